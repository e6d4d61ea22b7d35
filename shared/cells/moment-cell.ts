import { isIsoDate } from './calendar.ts';
import { addIssue, type CellJudge } from './row-context.ts';
import { compilePattern } from './strptime.ts';
import { isDateTime, isTime } from './time.ts';

/** Judges times of day, by Table Schema's formats. */
export function timeJudge(format: string | undefined): CellJudge<string> {
  if (format !== undefined && format !== 'default' && format !== 'any') {
    const read = compilePattern(format);
    return (text, context, column) =>
      read(text)?.time ?? addIssue(context, column, 'type-error', { type: 'time' });
  }
  return (text, context, column) =>
    isTime(text) ? text : addIssue(context, column, 'type-error', { type: 'time' });
}

/** Judges dates with a time, by Table Schema's formats; `any` takes a date alone as its midnight. */
export function dateTimeJudge(format: string | undefined): CellJudge<string> {
  if (format !== undefined && format !== 'default' && format !== 'any') {
    const read = compilePattern(format);
    return (text, context, column) => {
      const parts = read(text);
      if (parts) return `${parts.date}T${parts.time}`;
      return addIssue(context, column, 'type-error', { type: 'datetime' });
    };
  }
  return (text, context, column) => {
    if (isDateTime(text)) return `${text.slice(0, 10)}T${text.slice(11).toUpperCase()}`;
    if (format === 'any' && isIsoDate(text)) return `${text}T00:00:00`;
    return addIssue(context, column, 'type-error', { type: 'datetime' });
  };
}

/** Judges a year: four digits. */
export const judgeYear: CellJudge<number> = (text, context, column) =>
  /^\d{4}$/.test(text) ? Number(text) : addIssue(context, column, 'type-error', { type: 'year' });

/** Judges a month of a year: `YYYY-MM`. */
export const judgeYearMonth: CellJudge<string> = (text, context, column) =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)
    ? text
    : addIssue(context, column, 'type-error', { type: 'yearmonth' });

/** XML Schema's duration, which Table Schema names: `P1Y2M10DT2H30M`. */
const DURATION =
  /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** Judges a duration; the value is its text. */
export const judgeDuration: CellJudge<string> = (text, context, column) =>
  DURATION.test(text) ? text : addIssue(context, column, 'type-error', { type: 'duration' });
