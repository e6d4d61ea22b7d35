import type { DateOrder } from '../plan/plan.ts';
import { fullYear, isDay, isIsoDate, isoDay } from './calendar.ts';
import { monthNamed } from './months.ts';

/**
 * A date as far as its text tells. `first` and `second` are the numbers before the year of a date such
 * as 03/04/2026, whose order only the column tells.
 */
export type WrittenDate =
  | { readonly kind: 'year-first' | 'named-month'; year: number; month: number; day: number }
  | { readonly kind: 'numbers'; year: number; first: number; second: number; dotted: boolean };

/** A time of day behind a date; it is dropped where a date is asked for. */
const TIME_BEHIND =
  /[T ,]\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^((?:18|19|20|21)\d{2})(\d{2})(\d{2})$/;
const NUMBERS = /^(\d{1,2})(?:([-/ ])(\d{1,2})\2|\.\s?(\d{1,2})\.\s?)(\d{4}|\d{2})$/;
const DAY_NAMED =
  /^(\d{1,2})(?:st|nd|rd|th|er)?[.\s-]+(?:de )?(\p{L}+)\.?[\s,-]+(?:de )?(\d{4}|\d{2})$/iu;
const NAMED_DAY = /^(\p{L}+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4}|\d{2})$/iu;

function year(text: string): number {
  return text.length === 2 ? fullYear(Number(text)) : Number(text);
}

/** Reads a date in any way that people write it; null when it is none. The day may not exist. */
export function writtenDate(text: string): WrittenDate | null {
  const bare = text.includes(':') ? text.replace(TIME_BEHIND, '') : text;
  const numbers = NUMBERS.exec(bare);
  if (numbers) {
    const [, first, , slashed, dotted, tail] = numbers;
    return {
      kind: 'numbers',
      year: year(tail as string),
      first: Number(first),
      second: Number(slashed ?? dotted),
      dotted: dotted !== undefined,
    };
  }
  const ordered = YEAR_FIRST.exec(bare);
  if (ordered) {
    const [, y, , m, d] = ordered;
    return { kind: 'year-first', year: Number(y), month: Number(m), day: Number(d) };
  }
  const compact = COMPACT.exec(bare);
  if (compact) {
    const [, y, m, d] = compact;
    return { kind: 'year-first', year: Number(y), month: Number(m), day: Number(d) };
  }
  return namedMonth(DAY_NAMED.exec(bare), 2, 1) ?? namedMonth(NAMED_DAY.exec(bare), 1, 2);
}

function namedMonth(
  match: RegExpExecArray | null,
  monthAt: number,
  dayAt: number,
): WrittenDate | null {
  const month = match && monthNamed(match[monthAt] as string);
  if (!match || !month) return null;
  return { kind: 'named-month', year: year(match[3] as string), month, day: Number(match[dayAt]) };
}

/** What a column's order makes of a written date. */
export type DateVerdict =
  | { readonly iso: string }
  | { readonly fault: 'no-such-day' }
  /** Reads only in the order that the column does not have. */
  | { readonly fault: 'other-order'; readonly iso: string }
  | { readonly fault: 'ambiguous' };

const NO_SUCH_DAY: DateVerdict = { fault: 'no-such-day' };
const AMBIGUOUS: DateVerdict = { fault: 'ambiguous' };

/** Takes a written date as a day, by the order of its column. */
export function dayOf(date: WrittenDate, order: DateOrder | undefined): DateVerdict {
  if (date.kind !== 'numbers') {
    const { year, month, day } = date;
    return isDay(year, month, day) ? { iso: isoDay(year, month, day) } : NO_SUCH_DAY;
  }
  const { year, first, second } = date;
  const dayFirst = isDay(year, second, first);
  const monthFirst = isDay(year, first, second);
  if (order === 'day-first') {
    if (dayFirst) return { iso: isoDay(year, second, first) };
    return monthFirst ? { fault: 'other-order', iso: isoDay(year, first, second) } : NO_SUCH_DAY;
  }
  if (order === 'month-first') {
    if (monthFirst) return { iso: isoDay(year, first, second) };
    return dayFirst ? { fault: 'other-order', iso: isoDay(year, second, first) } : NO_SUCH_DAY;
  }
  if (dayFirst && monthFirst && first !== second) return AMBIGUOUS;
  if (dayFirst) return { iso: isoDay(year, second, first) };
  return monthFirst ? { iso: isoDay(year, first, second) } : NO_SUCH_DAY;
}

/** The two digits from a place on, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/**
 * The day of the commonest shape, 26.06.2026 with any mark, in the order of its column, or null when it
 * must be looked at more closely. Without expressions: it runs for every cell of a column.
 */
export function commonDate(text: string, order: DateOrder | undefined): string | null {
  const mark = text.charCodeAt(2);
  if (text.length !== 10 || mark !== text.charCodeAt(5)) return null;
  if (mark !== 0x2e && mark !== 0x2f && mark !== 0x2d) return null;
  if (order !== 'day-first' && order !== 'month-first') return null;
  const first = twoDigits(text, 0);
  const second = twoDigits(text, 3);
  const year = twoDigits(text, 6) * 100 + twoDigits(text, 8);
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return isDay(year, month, day) ? isoDay(year, month, day) : null;
}

/** Which order a cell proves: its numbers make a day in one order only. Null when it proves none. */
export function orderProvedBy(date: WrittenDate): 'day-first' | 'month-first' | null {
  if (date.kind !== 'numbers') return null;
  const dayFirst = isDay(date.year, date.second, date.first);
  const monthFirst = isDay(date.year, date.first, date.second);
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-first' : 'month-first';
}

/** The one day that a text can mean, as `YYYY-MM-DD`, or null when it means none or two. */
export function onlyReading(text: string): string | null {
  if (isIsoDate(text)) return text;
  const date = writtenDate(text);
  if (!date) return null;
  const verdict = dayOf(date, undefined);
  return 'iso' in verdict ? verdict.iso : null;
}
