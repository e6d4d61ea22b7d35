import { hasInvisible, trimmed, withoutInvisible } from '../cells/clean.ts';
import { judgeOf, type Surroundings } from '../cells/field-judge.ts';
import { addIssue, type RowContext } from '../cells/row-context.ts';
import { isSpreadsheetError } from '../cells/spreadsheet-error.ts';
import type { Value } from '../cells/value.ts';
import type { ReferenceData } from '../check/reference.ts';
import type { Field } from '../record-types/record-type.ts';
import { constraintRules, type Rule } from './constraints.ts';
import { keyOf } from './key.ts';
import { referenceRule } from './reference.ts';
import { UniqueIndex } from './unique-index.ts';

/** What the judge of a column is made of. */
export interface ColumnJudgeOptions extends Surroundings {
  field: Field;
  /** 0-based place of the column in the file. */
  column: number;
  /** Texts that mean nothing, beside the empty one. */
  missingValues: readonly string[];
  reference: ReferenceData;
}

/** Judges the cell of one column; `undefined` when it has an error, null when it is empty. */
export type ColumnJudge = (raw: string, context: RowContext) => Value | undefined;

/**
 * Compiles everything that is asked of a column's cells into one function: missing or not, damage, type,
 * constraints, references, uniqueness. A cell that fails one is not judged by the next.
 */
export function columnJudge(options: ColumnJudgeOptions): ColumnJudge {
  const { field, column, reference } = options;
  const judge = judgeOf(field, options);
  const missing = new Set(options.missingValues.filter((text) => text !== ''));
  // Looking a text up costs a hash of it; most record types have no such texts.
  const hasMissing = missing.size > 0;
  const required = field.constraints?.required === true;
  const rules = constraintRules(field);
  const isKnown = field.reference
    ? referenceRule(field.reference, reference[field.reference])
    : null;
  const unique = field.constraints?.unique === true ? new UniqueIndex() : null;
  // Text that is judged as text has its invisible characters looked at there.
  const isText = field.type === 'any' || (field.type === 'string' && isPlainText(field));

  const nothing = (context: RowContext): null | undefined =>
    required ? addIssue(context, column, 'required', {}) : null;

  /** The verdict without the characters that do not show, where they were the only fault. */
  const judgeShown = (text: string, context: RowContext, count: number): Value | undefined => {
    if (context.issues) context.issues.length = count;
    const { text: shown, removed } = withoutInvisible(text);
    addIssue(context, column, 'invisible-characters', { characters: removed }, shown);
    return shown === '' ? '' : judge(shown, context, column);
  };

  return (raw, context) => {
    const text = trimmed(raw);
    if (text === '' || (hasMissing && missing.has(text))) return nothing(context);
    if (text.charCodeAt(0) === 0x23 && isSpreadsheetError(text)) {
      return addIssue(context, column, 'spreadsheet-error', {});
    }
    const count = context.issues === null ? 0 : context.issues.length;
    let value = judge(text, context, column);
    if (value === undefined) {
      if (!isText && hasInvisible(text)) value = judgeShown(text, context, count);
      if (value === undefined) return undefined;
    }
    if (value === null || value === '') return nothing(context);
    for (let at = 0; at < rules.length; at++) {
      if (!(rules[at] as Rule)(value, context, column)) return undefined;
    }
    if (isKnown !== null && !isKnown(String(value), context, column)) return undefined;
    if (unique !== null) {
      const firstRow = unique.firstRow(keyOf(field, value), context.row);
      if (firstRow !== 0) return addIssue(context, column, 'unique-error', { firstRow });
    }
    return value;
  };
}

function isPlainText(field: Field): boolean {
  return !['email', 'phone', 'country', 'postal-code', 'uri', 'uuid'].includes(field.format ?? '');
}
