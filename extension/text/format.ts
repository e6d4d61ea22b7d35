const LANGUAGE = 'en';

const numbers = new Intl.NumberFormat(LANGUAGE);
const percents = new Intl.NumberFormat(LANGUAGE, { style: 'percent', maximumFractionDigits: 0 });
const plurals = new Intl.PluralRules(LANGUAGE);
const lists = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });
const clocks = new Intl.DateTimeFormat(LANGUAGE, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekdays = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'short' });
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const years = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `1234567` → "1,234,567". */
export function number(value: number): string {
  return numbers.format(value);
}

/** A share from 0 to 1 as whole percent; never "100%" or "0%" before that is true. */
export function percent(share: number): string {
  const kept = share >= 1 ? 1 : share <= 0 ? 0 : Math.min(0.99, Math.max(0.01, share));
  return percents.format(kept);
}

/** The form of a word that goes with a number. */
export function plural(count: number, one: string, other: string): string {
  return plurals.select(count) === 'one' ? one : other;
}

/** "1 row", "3,104 rows". */
export function counted(count: number, one: string, other: string): string {
  return `${number(count)} ${plural(count, one, other)}`;
}

/** "a, b, and c". */
export function listed(items: readonly string[]): string {
  return lists.format(items);
}

/** "512 bytes", "1.2 MB"; steps of 1,024 as file managers show them. */
export function bytes(size: number): string {
  if (size < 1024) return counted(size, 'byte', 'bytes');
  let value = size;
  let unit = -1;
  const units = ['KB', 'MB', 'GB', 'TB'];
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = value < 10 ? 1 : 0;
  return `${value.toLocaleString(LANGUAGE, { maximumFractionDigits: digits })} ${units[unit]}`;
}

/** How far two sizes are, in one unit: "42 of 130 MB". */
export function bytesOf(done: number, size: number): string {
  const [whole = '', unit = ''] = bytes(size).split(' ');
  const steps: Record<string, number> = { KB: 1, MB: 2, GB: 3, TB: 4 };
  const scaled = done / 1024 ** (steps[unit] ?? 0);
  const digits = whole.includes('.') ? 1 : 0;
  return `${scaled.toLocaleString(LANGUAGE, { minimumFractionDigits: digits, maximumFractionDigits: digits })} of ${whole} ${unit}`;
}

/** How long ago, as short as a list allows: "now", "2 min", "3 h", "Tue", "14 Mar". */
export function ago(time: number, now: number): string {
  const passed = now - time;
  if (passed < MINUTE) return 'now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`;
  if (passed < 12 * HOUR || sameDay(time, now)) return `${Math.floor(passed / HOUR)} h`;
  if (passed < 6 * DAY) return weekdays.format(time);
  return new Date(time).getFullYear() === new Date(now).getFullYear()
    ? days.format(time)
    : years.format(time);
}

/** "today 14:02", "yesterday 09:30", "14 Mar 2026, 09:30". */
export function moment(time: number, now: number): string {
  const clock = clocks.format(time);
  if (sameDay(time, now)) return `today ${clock}`;
  if (sameDay(time, now - DAY)) return `yesterday ${clock}`;
  return `${years.format(time)}, ${clock}`;
}

/** How long something took: "0.4 s", "12 s", "3 min 20 s", "2 h 5 min". */
export function duration(milliseconds: number): string {
  if (milliseconds < 10 * SECOND) {
    const seconds = Math.max(0.1, milliseconds / SECOND);
    return `${seconds.toLocaleString(LANGUAGE, { maximumFractionDigits: 1 })} s`;
  }
  if (milliseconds < MINUTE) return `${Math.round(milliseconds / SECOND)} s`;
  const [large, small, largeUnit, smallUnit] =
    milliseconds < HOUR ? [MINUTE, SECOND, 'min', 's'] : [HOUR, MINUTE, 'h', 'min'];
  const whole = Math.floor(milliseconds / large);
  const rest = Math.floor((milliseconds % large) / small);
  return rest === 0 ? `${whole} ${largeUnit}` : `${whole} ${largeUnit} ${rest} ${smallUnit}`;
}

/** A time that is still to pass, rounded as far as it can be known: "about 40 s", "about 3 min". */
export function remaining(milliseconds: number): string {
  if (milliseconds < 5 * SECOND) return 'a few seconds';
  if (milliseconds < MINUTE) return `about ${Math.ceil(milliseconds / SECOND / 5) * 5} s`;
  if (milliseconds < HOUR) return `about ${Math.round(milliseconds / MINUTE)} min`;
  return `about ${Math.round(milliseconds / HOUR)} h`;
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
