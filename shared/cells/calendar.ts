const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether the proleptic Gregorian calendar (ISO 8601) has this day; years from 1 to 9999. NaN is no part
 * of any day.
 */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  if (day <= 28) return true;
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (DAYS[month - 1] as number);
}

/** `YYYY-MM-DD`. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/**
 * The year that two digits stand for: 00 to 29 are of this century, 30 to 99 of the last one. It is the
 * rule of Excel (“two-digit years before 30 are 2000s”), whose files these mostly are.
 */
export function fullYear(twoDigits: number): number {
  return twoDigits < 30 ? 2000 + twoDigits : 1900 + twoDigits;
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 0x30;
}

/** Whether a text is `YYYY-MM-DD` and a day of the calendar. No allocation: it runs for every cell. */
export function isIsoDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d)
    return false;
  for (let at = 0; at < 10; at++) {
    if (at === 4 || at === 7) continue;
    const value = digit(text, at);
    if (!(value >= 0 && value <= 9)) return false;
  }
  return isDay(
    digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3),
    digit(text, 5) * 10 + digit(text, 6),
    digit(text, 8) * 10 + digit(text, 9),
  );
}
