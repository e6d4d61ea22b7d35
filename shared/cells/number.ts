import type { NumberFault } from '../issues/issue.ts';
import type { DecimalMark } from '../plan/plan.ts';

/** How the numbers of a column are written. */
export interface NumberStyle {
  decimal: string;
  /** Marks that may stand between groups of three digits; several, as people write. */
  groups: string;
  /** Table Schema's `bareNumber`: whether anything may stand around the number (€, USD, %). */
  bare: boolean;
  /** Whether groups must have three digits; a schema's own `groupChar` says nothing of that. */
  strictGroups: boolean;
}

const SPACES = ' \u00a0\u202f\u2009';

/** The style of a field without `decimalChar` and `groupChar`, by the decimal mark of its column. */
export function styleOf(mark: DecimalMark | undefined, bare: boolean): NumberStyle {
  const decimal = mark ?? '.';
  const groups = `${SPACES}'’${decimal === ',' ? '.' : ','}`;
  return { decimal, groups, bare, strictGroups: true };
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** What may stand around a number that is not bare: a currency's sign or code, a percent sign. */
const AROUND_BEFORE =
  /^([+-]?)\s*(?:\p{Sc}|[A-Za-z]{1,3}\p{Sc}?|\p{Sc}[A-Za-z]{1,3})\s*(?=[-+\d.,])/u;
const AROUND_BEHIND = /\s*(?:\p{Sc}|[A-Za-z]{2,3}|%|,?[-–—]{1,2})$/u;

/**
 * A number in any style as plain digits with a point, ready for `Number`; or what is wrong with it.
 * Percent signs are dropped: 12 % is 12.
 */
export function plainNumber(text: string, style: NumberStyle): { digits: string } | NumberFault {
  let bare = text;
  if (!style.bare) bare = bare.replace(AROUND_BEFORE, '$1').replace(AROUND_BEHIND, '');
  if (/^\(.+\)$/.test(bare) && !style.bare) bare = `-${bare.slice(1, -1)}`;
  bare = bare.replace('\u2212', '-');
  const exponentAt = bare.search(/[eE]/);
  const exponent = exponentAt === -1 ? '' : bare.slice(exponentAt);
  const mantissa = exponentAt === -1 ? bare : bare.slice(0, exponentAt);
  const decimalAt = mantissa.indexOf(style.decimal);
  const whole = decimalAt === -1 ? mantissa : mantissa.slice(0, decimalAt);
  const fraction = decimalAt === -1 ? '' : mantissa.slice(decimalAt + style.decimal.length);
  const joined = joinGroups(whole, style);
  const point = decimalAt === -1 ? '' : '.';
  const digits = `${joined ?? ''}${point}${fraction}${exponent}`;
  if (joined !== null && PLAIN.test(digits)) return { digits };
  return /^[+-]?[\d.,'’\s]*\d[\d.,'’\s]*$/.test(bare) ? 'groups' : 'unreadable';
}

/**
 * The value of a number of nothing but digits, one mark between whole groups of three and one decimal
 * mark, with a minus before it at most; NaN for all others, which must be looked at more closely. Without
 * expressions: it runs for every cell of a column.
 */
export function commonNumber(text: string, decimal: number, group: number): number {
  const length = text.length;
  const negative = text.charCodeAt(0) === 0x2d;
  let at = negative ? 1 : 0;
  const start = at;
  let digits = 0;
  let value = 0;
  let lastGroup = -1;
  let decimalAt = -1;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + (code - 0x30);
      digits++;
    } else if (code === decimal && decimalAt === -1) {
      if (at === start || (lastGroup !== -1 && at - lastGroup !== 4)) return Number.NaN;
      decimalAt = at;
    } else if (code === group && decimalAt === -1) {
      const since = lastGroup === -1 ? at - start : at - lastGroup - 1;
      if (lastGroup === -1 ? since < 1 || since > 3 : since !== 3) return Number.NaN;
      lastGroup = at;
    } else return Number.NaN;
  }
  // Up to 15 digits and ten to the power of 22 both are exact, so that one division rounds once.
  if (digits === 0 || digits > 15 || decimalAt === length - 1) return Number.NaN;
  if (decimalAt === -1 && lastGroup !== -1 && length - lastGroup !== 4) return Number.NaN;
  if (decimalAt !== -1) value /= 10 ** (length - decimalAt - 1);
  return negative ? -value : value;
}

/** The whole part without its group marks, or null where they stand in odd places. */
function joinGroups(whole: string, style: NumberStyle): string | null {
  if (/^[+-]?\d*$/.test(whole)) return whole;
  const sign = /^[+-]/.exec(whole)?.[0] ?? '';
  const body = whole.slice(sign.length);
  if (!style.strictGroups)
    return sign + [...body].filter((c) => !style.groups.includes(c)).join('');
  const mark = [...body].find((character) => style.groups.includes(character));
  if (mark === undefined) return null;
  const groups = body.split(mark);
  // 1,234,567 and, as India writes it, 12,34,567.
  const grouped =
    /^\d{1,3}$/.test(groups[0] ?? '') &&
    /^\d{3}$/.test(groups.at(-1) ?? '') &&
    groups.slice(1, -1).every((group) => /^\d{2,3}$/.test(group));
  return grouped ? sign + groups.join('') : null;
}

/** Which mark a number proves to be the decimal one, `both` when it reads both ways, or null. */
export function markProvedBy(text: string): DecimalMark | 'both' | null {
  const bare = text.replace(/^[^\d.,]+|[^\d]+$/gu, '');
  if (!/^[\d.,\s'’]+$/u.test(bare)) return null;
  const point = bare.lastIndexOf('.');
  const comma = bare.lastIndexOf(',');
  if (point === -1 && comma === -1) return null;
  if (point !== -1 && comma !== -1) return point > comma ? '.' : ',';
  const mark = point === -1 ? ',' : '.';
  const parts = bare.split(mark);
  // 1.234.567: a mark that comes twice parts thousands.
  if (parts.length > 2)
    return parts.slice(1).every((part) => /^\d{3}$/.test(part)) ? other(mark) : null;
  const [whole = '', fraction = ''] = parts;
  if (fraction.length !== 3 || /^0?$/.test(whole) || whole.length > 3) return mark;
  return 'both';
}

function other(mark: DecimalMark): DecimalMark {
  return mark === '.' ? ',' : '.';
}
