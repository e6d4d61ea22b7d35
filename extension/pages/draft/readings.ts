import { dayOf, writtenDate } from '../../../shared/cells/date.ts';
import { plainNumber, styleOf } from '../../../shared/cells/number.ts';
import type { Question } from '../../../shared/report/report.ts';

const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * What an undecided cell would mean under one of its readings, for the button that chooses it:
 * `03/04/2026` read day first is "3 April 2026". Null where it cannot be said. The engine reads it, so
 * that the button promises what the import does.
 */
export function meaning(value: string, option: Question['options'][number]): string | null {
  if (option === 'decimal-comma' || option === 'decimal-point') return numberOf(value, option);
  const date = writtenDate(value.trim());
  const verdict = date && dayOf(date, option);
  return verdict && 'iso' in verdict && !('fault' in verdict)
    ? days.format(Date.parse(verdict.iso))
    : null;
}

function numberOf(value: string, option: 'decimal-comma' | 'decimal-point'): string | null {
  const plain = plainNumber(value.trim(), styleOf(option === 'decimal-comma' ? ',' : '.', false));
  if (typeof plain === 'string') return null;
  return Number(plain.digits).toLocaleString('en', { maximumFractionDigits: 6 });
}
