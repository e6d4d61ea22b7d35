import { isIsoDate } from './calendar.ts';

const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:([Zz])|([+-])(\d{2}):(\d{2}))?$/;

/**
 * Whether a text is a time of day: `hh:mm` or `hh:mm:ss` with a fraction and an offset if need be (RFC
 * 3339, whose leap second stands at 23:59:60 UTC only). Table Schema asks for no offset; one is taken.
 */
export function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (!match) return false;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  const second = Number(match[3] ?? 0);
  const offset = Number(match[6] ?? 0) * 60 + Number(match[7] ?? 0);
  if (hour > 23 || minute > 59 || second > 60) return false;
  if (Number(match[6] ?? 0) > 23 || Number(match[7] ?? 0) > 59) return false;
  if (second < 60) return true;
  const local = hour * 60 + minute;
  const utc = match[5] === '-' ? local + offset : local - offset;
  return (utc + 1440) % 1440 === 1439;
}

/** Whether a text is a date and a time with `T` (or a space, as spreadsheets write it) between them. */
export function isDateTime(text: string): boolean {
  const between = text.charAt(10);
  if (between !== 'T' && between !== 't' && between !== ' ') return false;
  return isIsoDate(text.slice(0, 10)) && isTime(text.slice(11));
}
