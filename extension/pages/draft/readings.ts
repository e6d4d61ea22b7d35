import type { Question } from '../../../shared/report/report.ts';

const months = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * What an undecided cell would mean under one of its readings, for the button that chooses it:
 * `03/04/2026` read day first is "3 April 2026". Null where it cannot be said.
 */
export function meaning(value: string, option: Question['options'][number]): string | null {
  if (option === 'decimal-comma' || option === 'decimal-point') return numberOf(value, option);
  const parts = /^\s*(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})\b/.exec(value);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  const [day, month] = option === 'day-first' ? [first, second] : [second, first];
  const year = parts[3]?.length === 2 ? 2000 + Number(parts[3]) : Number(parts[3]);
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  return months.format(Date.UTC(year, month - 1, day));
}

function numberOf(value: string, option: 'decimal-comma' | 'decimal-point'): string | null {
  const [group, mark] = option === 'decimal-comma' ? ['.', ','] : [',', '.'];
  const plain = value.replace(/\s/g, '').replaceAll(group, '').replace(mark, '.');
  const read = Number(plain);
  if (plain === '' || !Number.isFinite(read)) return null;
  return read.toLocaleString('en', { maximumFractionDigits: 6 });
}
