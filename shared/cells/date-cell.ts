import type { DateOrder } from '../plan/plan.ts';
import { isIsoDate } from './calendar.ts';
import { commonDate, dayOf, onlyReading, writtenDate } from './date.ts';
import { addIssue, type CellJudge } from './row-context.ts';
import { compilePattern } from './strptime.ts';

/**
 * Judges dates by a field's Table Schema format: absent or `default` asks for ISO 8601 `YYYY-MM-DD`,
 * `any` takes what people write in the order of the column, anything else is a strptime pattern.
 */
export function dateJudge(
  format: string | undefined,
  order: DateOrder | undefined,
): CellJudge<string> {
  if (format === 'any') return anyDate(order);
  if (format === undefined || format === 'default') return isoDate;
  const read = compilePattern(format);
  return (text, context, column) => {
    const parts = read(text);
    if (parts) return parts.date;
    return addIssue(context, column, 'invalid-date', { reason: 'other-pattern' });
  };
}

const isoDate: CellJudge<string> = (text, context, column) => {
  if (isIsoDate(text)) return text;
  const reason = /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'no-such-day' : 'not-iso';
  const reading = onlyReading(text);
  const suggestion = reading ?? undefined;
  return addIssue(
    context,
    column,
    'invalid-date',
    { reason: suggestion === undefined && reason === 'not-iso' ? 'unreadable' : reason },
    suggestion,
  );
};

function anyDate(order: DateOrder | undefined): CellJudge<string> {
  const named = order === undefined ? {} : { order };
  return (text, context, column) => {
    if (isIsoDate(text)) return text;
    const common = commonDate(text, order);
    if (common !== null) return common;
    const date = writtenDate(text);
    if (!date) return addIssue(context, column, 'invalid-date', { reason: 'unreadable', ...named });
    const verdict = dayOf(date, order);
    if (!('fault' in verdict)) return verdict.iso;
    if (verdict.fault === 'ambiguous') return addIssue(context, column, 'ambiguous-date', {});
    const suggestion = verdict.fault === 'other-order' ? verdict.iso : undefined;
    return addIssue(
      context,
      column,
      'invalid-date',
      { reason: verdict.fault, ...named },
      suggestion,
    );
  };
}
