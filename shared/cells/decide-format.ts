import type { ColumnFormat } from '../plan/plan.ts';
import type { Field } from '../record-types/record-type.ts';
import type { Evidence, Question } from '../report/report.ts';
import { isIsoDate } from './calendar.ts';
import { trimmed } from './clean.ts';
import { orderProvedBy, writtenDate } from './date.ts';
import { markProvedBy } from './number.ts';

/** A cell that speaks for a way of reading its column. */
interface Witness {
  row: number;
  value: string;
}

/** What a column's cells so far say of how it is read. */
export interface FormatDecider {
  /** Looks at one more cell. */
  see(row: number, text: string): void;
  /** Whether a cell further down could still decide: some read both ways, or none had anything in it. */
  isOpen(): boolean;
  /** The decision, with its evidence, or the question to ask. */
  decide(): {
    format: ColumnFormat;
    evidence: Omit<Evidence, 'field'> | null;
    question: Pick<Question, 'about' | 'row' | 'value' | 'options'> | null;
  };
}

/** The decider of a field's column; null for fields whose cells each tell by themselves. */
export function formatDecider(field: Field, commaCountry: boolean): FormatDecider | null {
  if (field.type === 'date' && field.format === 'any') return dateDecider();
  const isNumber = field.type === 'number' || field.type === 'integer';
  if (isNumber && field.decimalChar === undefined && field.groupChar === undefined) {
    return numberDecider(commaCountry, field.type === 'integer');
  }
  return null;
}

/** Counts the witnesses of each decision and keeps the first. */
function witnesses<D extends string>(): {
  add(decision: D, row: number, value: string): void;
  has(decision: D): boolean;
  strongest(): { decision: D; first: Witness } | null;
} {
  const seen = new Map<D, { count: number; first: Witness }>();
  return {
    add(decision, row, value) {
      const known = seen.get(decision);
      if (known) known.count++;
      else seen.set(decision, { count: 1, first: { row, value } });
    },
    has: (decision) => seen.has(decision),
    strongest() {
      let best: { decision: D; first: Witness; count: number } | null = null;
      for (const [decision, { count, first }] of seen) {
        if (!best || count > best.count) best = { decision, first, count };
      }
      return best;
    },
  };
}

/**
 * The order of a date column: what cells prove that make a day in one order only (the majority, should
 * they disagree); else day first where the numbers are parted by dots, which no country writes month
 * first (CLDR's short date patterns); else year first where all are written so.
 */
function dateDecider(): FormatDecider {
  const proofs = witnesses<'day-first' | 'month-first'>();
  let dotted: Witness | null = null;
  let plain: Witness | null = null;
  let both: Witness | null = null;
  return {
    see(row, text) {
      const value = trimmed(text);
      if (value === '') return;
      if (isIsoDate(value)) {
        plain ??= { row, value };
        return;
      }
      const date = writtenDate(value);
      if (!date) return;
      if (date.kind !== 'numbers') {
        if (date.kind === 'year-first') plain ??= { row, value };
        return;
      }
      const order = orderProvedBy(date);
      if (order) proofs.add(order, row, value);
      else if (date.dotted) dotted ??= { row, value };
      else if (date.first !== date.second) both ??= { row, value };
    },
    isOpen: () => proofs.strongest() === null && !dotted && (both !== null || plain === null),
    decide() {
      const proof = proofs.strongest();
      if (proof) return decided({ dateOrder: proof.decision }, proof.decision, proof.first);
      if (dotted) return decided({ dateOrder: 'day-first' }, 'day-first', dotted);
      if (both) {
        const options: Question['options'] = ['day-first', 'month-first'];
        return { format: {}, evidence: null, question: { about: 'date-order', ...both, options } };
      }
      if (plain) return decided({ dateOrder: 'year-first' }, 'year-first', plain);
      return { format: {}, evidence: null, question: null };
    },
  };
}

function numberDecider(commaCountry: boolean, isInteger: boolean): FormatDecider {
  const proofs = witnesses<'.' | ','>();
  let both: Witness | null = null;
  let anything = false;
  return {
    see(row, text) {
      const value = trimmed(text);
      if (value === '') return;
      anything = true;
      const mark = markProvedBy(value);
      if (mark === '.' || mark === ',') proofs.add(mark, row, value);
      else if (mark === 'both' && !isInteger && (commaCountry || value.includes(','))) {
        both ??= { row, value };
      }
    },
    isOpen: () => proofs.strongest() === null && (both !== null || !anything),
    decide() {
      const proof = proofs.strongest();
      if (proof) {
        const decision = proof.decision === ',' ? 'decimal-comma' : 'decimal-point';
        return decided({ decimalMark: proof.decision }, decision, proof.first);
      }
      if (!both) return { format: {}, evidence: null, question: null };
      const options: Question['options'] = ['decimal-comma', 'decimal-point'];
      return { format: {}, evidence: null, question: { about: 'decimal-mark', ...both, options } };
    },
  };
}

function decided(
  format: ColumnFormat,
  decision: Evidence['decision'],
  witness: Witness,
): ReturnType<FormatDecider['decide']> {
  return { format, evidence: { decision, ...witness }, question: null };
}
