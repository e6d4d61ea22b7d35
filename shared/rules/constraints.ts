import { repairChoice } from '../cells/nearest.ts';
import { rememberRepeats } from '../cells/repeats.ts';
import { addIssue, type RowContext } from '../cells/row-context.ts';
import type { Value } from '../cells/value.ts';
import type { Field } from '../record-types/record-type.ts';

/** Judges a value that is of its type; false when it breaks the rule and the issue was added. */
export type Rule = (value: Exclude<Value, null>, context: RowContext, column: number) => boolean;

/**
 * The rules that a field's Table Schema constraints set, in the order in which they are judged; the
 * first one broken is the one that is told. `required` and `unique` are not among them.
 */
export function constraintRules(field: Field): Rule[] {
  const { constraints = {} } = field;
  const rules: Rule[] = [];
  if (constraints.enum) rules.push(enumRule(constraints.enum.map(String), field));
  if (constraints.pattern !== undefined) rules.push(patternRule(constraints.pattern));
  if (constraints.minLength !== undefined) rules.push(minLengthRule(constraints.minLength));
  if (constraints.maxLength !== undefined) rules.push(maxLengthRule(constraints.maxLength));
  const { minimum, maximum } = constraints;
  if (minimum !== undefined) rules.push(boundRule('constraint-minimum', String(minimum), field));
  if (maximum !== undefined) rules.push(boundRule('constraint-maximum', String(maximum), field));
  return rules;
}

/** How many allowed values a message names. */
const NAMED = 8;

function enumRule(allowed: string[], field: Field): Rule {
  const isNumber = field.type === 'number' || field.type === 'integer';
  const known = new Set<Value>(isNumber ? allowed.map(Number) : allowed);
  const shown = allowed.slice(0, NAMED).join(', ');
  const rest = allowed.length - NAMED;
  const params = { allowed: rest > 0 ? `${shown} and ${rest} more` : shown };
  const suggestionFor = rememberRepeats((text) => repairChoice(text, allowed) ?? '', 1024);
  return (value, context, column) => {
    if (known.has(typeof value === 'boolean' ? String(value) : value)) return true;
    const suggestion = suggestionFor(String(value)) || undefined;
    addIssue(context, column, 'constraint-enum', params, suggestion);
    return false;
  };
}

/** Compiles a pattern, which as in XML Schema must fit the whole text. */
export function compileWhole(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    // Patterns written for other engines escape more than Unicode mode allows.
    return new RegExp(`^(?:${pattern})$`);
  }
}

function patternRule(pattern: string): Rule {
  const whole = compileWhole(pattern);
  return (value, context, column) => {
    if (whole.test(String(value))) return true;
    addIssue(context, column, 'constraint-pattern', { pattern });
    return false;
  };
}

/** Length in characters as people count them, code points. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

function minLengthRule(minLength: number): Rule {
  return (value, context, column) => {
    if (lengthOf(String(value)) >= minLength) return true;
    addIssue(context, column, 'constraint-min-length', { minLength });
    return false;
  };
}

function maxLengthRule(maxLength: number): Rule {
  return (value, context, column) => {
    const text = String(value);
    if (text.length <= maxLength || lengthOf(text) <= maxLength) return true;
    addIssue(context, column, 'constraint-max-length', { maxLength });
    return false;
  };
}

/** Numbers are compared as numbers; dates, times and the like are ISO text, which sorts as they do. */
function boundRule(
  code: 'constraint-minimum' | 'constraint-maximum',
  bound: string,
  field: Field,
): Rule {
  const isNumber = ['number', 'integer', 'year'].includes(field.type);
  const limit = isNumber ? Number(bound) : bound;
  const isLow = code === 'constraint-minimum';
  return (value, context, column) => {
    const own = isNumber ? Number(value) : String(value);
    if (isLow ? own >= limit : own <= limit) return true;
    if (isLow) addIssue(context, column, 'constraint-minimum', { minimum: bound });
    else addIssue(context, column, 'constraint-maximum', { maximum: bound });
    return false;
  };
}
