import { fullYear, isDay, isoDay } from './calendar.ts';
import { monthNamed } from './months.ts';

/** What a pattern found, as ISO 8601 text. */
export interface PatternParts {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `hh:mm:ss`. */
  time: string;
}

/** Directives of strptime that Table Schema's patterns use, as regular expressions. */
const DIRECTIVES: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  y: '(?<y>\\d{2})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  b: '(?<b>\\p{L}+\\.?)',
  B: '(?<B>\\p{L}+)',
  a: '\\p{L}+\\.?',
  A: '\\p{L}+',
  H: '(?<H>\\d{1,2})',
  I: '(?<I>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  f: '\\d{1,6}',
  p: '(?<p>[AaPp]\\.?[Mm]\\.?)',
  z: '(?:Z|[+-]\\d{2}:?\\d{2})',
  Z: '[A-Za-z]{1,5}',
  '%': '%',
};

/**
 * Compiles a strptime pattern such as `%d/%m/%Y %H:%M` (also with the `fmt:` that older schemas put in
 * front) into a reader that gives null for a text that does not fit or is no day or time.
 */
export function compilePattern(pattern: string): (text: string) => PatternParts | null {
  const source = pattern
    .replace(/^fmt:/, '')
    .replace(/%(.)|([\\^$.*+?()[\]{}|/-])/gu, (_, directive: string, special: string) =>
      special === undefined ? (DIRECTIVES[directive] ?? `%${directive}`) : `\\${special}`,
    );
  const expression = new RegExp(`^${source}$`, 'u');
  return (text) => {
    const found = expression.exec(text)?.groups ?? (expression.test(text) ? {} : null);
    return found && partsOf(found);
  };
}

function partsOf(found: Record<string, string | undefined>): PatternParts | null {
  const year = found.Y ? Number(found.Y) : found.y ? fullYear(Number(found.y)) : 1900;
  const name = found.B ?? found.b;
  const month = found.m ? Number(found.m) : name ? monthNamed(name) : 1;
  const day = Number(found.d ?? 1);
  if (month === null || !isDay(year, month, day)) return null;
  const hour = hourOf(found);
  const minute = Number(found.M ?? 0);
  const second = Number(found.S ?? 0);
  if (hour === null || hour > 23 || minute > 59 || second > 59) return null;
  const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  return { date: isoDay(year, month, day), time };
}

function hourOf(found: Record<string, string | undefined>): number | null {
  if (!found.I) return Number(found.H ?? 0);
  const hour = Number(found.I);
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (found.p?.toLowerCase().startsWith('p') ? 12 : 0);
}
