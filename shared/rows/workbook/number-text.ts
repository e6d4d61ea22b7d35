import type { NumberFormat } from './number-format.ts';

/** Spreadsheet programs calculate with 15 significant digits; further ones are rounding errors. */
const SIGNIFICANT_DIGITS = 15;

const DAY_SECONDS = 86_400;
/** 9999-12-31, the last day there is. */
const LAST_DAY = 2_958_465;
/** Days are counted from here; day 60, 29 February 1900, is one that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 31) / 1000;
const EPOCH_1904 = Date.UTC(1904, 0, 1) / 1000;
const LEAP_DAY_THAT_NEVER_WAS = 60;

/**
 * The text of a number in a cell, by the format of the cell: a date, a time, digits in fixed
 * places, or the plain number.
 *
 * @param stored the number as it stands in the file
 */
export function formattedNumber(stored: string, format: NumberFormat, isDate1904: boolean): string {
  const value = Number(stored);
  if (Number.isNaN(value)) return stored;
  if (format.kind === 'number') return plainNumber(stored, value);
  if (format.kind === 'mask') return masked(plainNumber(stored, value), format.mask);
  if (format.kind === 'elapsed' && value >= 0) return clock(Math.round(value * DAY_SECONDS));
  return dateOrTime(value, format.kind, isDate1904) ?? plainNumber(stored, value);
}

/** `17.1`, not `17.100000000000001`; an id keeps all the digits that are stored. */
export function plainNumber(stored: string, value = Number(stored)): string {
  if (/^-?[1-9]\d*$/.test(stored)) return stored;
  const rounded = Number(value.toPrecision(SIGNIFICANT_DIGITS));
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  return Number.isFinite(rounded) ? withoutExponent(rounded.toString()) : stored;
}

/** `1.5e-7` as `0.00000015`. */
function withoutExponent(text: string): string {
  const [mantissa = '', exponent] = text.split('e-');
  if (exponent === undefined) return text;
  const digits = mantissa.replace(/[-.]/g, '');
  return `${mantissa.startsWith('-') ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${digits}`;
}

/** Digits filled in from the right, zeros where none are left. */
function masked(digits: string, mask: string): string {
  if (!/^\d+$/.test(digits)) return digits;
  let left = digits.length;
  let text = '';
  for (let at = mask.length - 1; at >= 0; at--) {
    text = (mask[at] === '0' ? (digits[--left] ?? '0') : mask[at]) + text;
  }
  // What the mask has no place for stands before its first digit.
  if (left <= 0) return text;
  const first = mask.indexOf('0');
  return text.slice(0, first) + digits.slice(0, left) + text.slice(first);
}

function dateOrTime(
  serial: number,
  kind: 'date' | 'date-time' | 'time' | 'elapsed',
  isDate1904: boolean,
): string | null {
  // Times are fractions of a day with their rounding errors; whole seconds are meant.
  const seconds = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  const time = clock(seconds % DAY_SECONDS);
  if (day < 0 || day > LAST_DAY) return null;
  if (day === 0 && !isDate1904) return kind === 'date' ? null : time;
  if (day === 0 && kind === 'time') return time;

  const date = dayText(day, isDate1904);
  return kind === 'date' || time === '00:00:00' ? date : `${date}T${time}`;
}

function dayText(day: number, isDate1904: boolean): string {
  if (!isDate1904 && day === LEAP_DAY_THAT_NEVER_WAS) return '1900-02-29';
  const epoch = isDate1904 ? EPOCH_1904 : EPOCH_1900;
  const days = !isDate1904 && day > LEAP_DAY_THAT_NEVER_WAS ? day - 1 : day;
  return new Date((epoch + days * DAY_SECONDS) * 1000).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
