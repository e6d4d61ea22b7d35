import type { DecimalMark } from '../plan/plan.ts';
import type { Field } from '../record-types/record-type.ts';
import { commonNumber, markProvedBy, type NumberStyle, plainNumber, styleOf } from './number.ts';
import { addIssue, type CellJudge } from './row-context.ts';

/** What decides how the numbers of a column are read. */
export interface NumberReading {
  /** As the plan says for the column. */
  mark: DecimalMark | undefined;
  /** The file is parted by semicolons, as programs do where the comma marks decimals. */
  commaCountry: boolean;
}

function fieldStyle(field: Field, reading: NumberReading): NumberStyle {
  const bare = field.bareNumber ?? true;
  if (field.decimalChar === undefined && field.groupChar === undefined) {
    return styleOf(reading.mark, bare);
  }
  return {
    decimal: field.decimalChar ?? '.',
    groups: field.groupChar ?? '',
    bare,
    strictGroups: false,
  };
}

/** A few digits and nothing else: most whole numbers. */
function isDigits(text: string): boolean {
  const length = text.length;
  if (length === 0 || length > 15) return false;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/**
 * Judges numbers. A field without `decimalChar` and `groupChar` is read in the way of its column; while
 * that is open, a number whose one mark can part thousands or decimals is an error (a comma always,
 * a point only where the file itself speaks for decimal commas: Table Schema's default is the point).
 */
export function numberJudge(field: Field, reading: NumberReading): CellJudge<number> {
  const style = fieldStyle(field, reading);
  const open =
    reading.mark === undefined && field.decimalChar === undefined && field.groupChar === undefined;
  const decimalMark = style.decimal.charCodeAt(0);
  const groupMark = style.strictGroups ? (decimalMark === 0x2c ? 0x2e : 0x2c) : -1;
  return (text, context, column) => {
    if (isDigits(text)) return Number(text);
    if (!open && style.decimal.length === 1) {
      const last = text.charCodeAt(text.length - 1);
      const bare =
        !style.bare && (last === 0x20ac || last === 0x24) ? text.slice(0, -1).trim() : text;
      const common = commonNumber(bare, decimalMark, groupMark);
      if (!Number.isNaN(common)) return common;
    }
    if (/^[+-]?(?:nan|inf)$/i.test(text)) {
      return addIssue(context, column, 'invalid-number', { reason: 'unreadable' });
    }
    if (open && markProvedBy(text) === 'both' && (reading.commaCountry || text.includes(','))) {
      return addIssue(context, column, 'ambiguous-number', {});
    }
    const plain = plainNumber(text, style);
    if (typeof plain !== 'string') {
      const value = Number(plain.digits);
      if (Number.isFinite(value)) return value;
    }
    const reason = typeof plain === 'string' ? plain : 'unreadable';
    return addIssue(context, column, 'invalid-number', { reason, decimal: style.decimal });
  };
}

/** Judges whole numbers. 12.0 is 12 and comes as a suggestion; digits past 2^53 stay text. */
export function integerJudge(field: Field, reading: NumberReading): CellJudge<number | string> {
  const style = fieldStyle(field, reading);
  return (text, context, column) => {
    if (isDigits(text)) return Number(text);
    if (SCIENTIFIC.test(text)) return addIssue(context, column, 'scientific-notation', {});
    const plain = plainNumber(text, style);
    if (typeof plain === 'string') {
      return addIssue(context, column, 'invalid-number', {
        reason: plain,
        decimal: style.decimal,
      });
    }
    const [whole = '', fraction] = plain.digits.split('.');
    if (fraction === undefined && /^[+-]?\d+$/.test(whole)) {
      const value = Number(whole);
      return Number.isSafeInteger(value) ? value : whole.replace(/^\+/, '');
    }
    const suggestion = /^0*$/.test(fraction ?? '') && /^[+-]?\d+$/.test(whole) ? whole : undefined;
    return addIssue(context, column, 'invalid-number', { reason: 'fraction' }, suggestion);
  };
}

/** What a spreadsheet program writes for a long number: 1.23E+10. */
export const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E[+-]\d{1,3}$/i;
