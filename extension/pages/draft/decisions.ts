import type { ColumnFormat, PlanOptions } from '../../../shared/plan/plan.ts';
import type { Evidence, Report } from '../../../shared/report/report.ts';

export type Reading = Evidence['decision'];

/** How the cells of one column are read, and what decided it. */
export interface Decision {
  field: string;
  label: string;
  reading: Reading;
  /** The cell that decided; null when the person did. */
  because: { row: number; value: string } | null;
  /** What it can be changed to, the present reading included. */
  options: Reading[];
}

const DATES: Reading[] = ['day-first', 'month-first', 'year-first'];
const NUMBERS: Reading[] = ['decimal-comma', 'decimal-point'];

/** The format that stands for a reading in a plan. */
function formatOf(reading: Reading): ColumnFormat {
  if (reading === 'decimal-comma') return { decimalMark: ',' };
  if (reading === 'decimal-point') return { decimalMark: '.' };
  return { dateOrder: reading };
}

/** Every decision of a report: those that a cell took, and those that the person took. */
export function decisionsOf(
  report: Pick<Report, 'evidence' | 'plan'>,
  given: PlanOptions,
): Decision[] {
  const labels = new Map(
    report.plan.columns.map((column) => [column.field, column.label || column.field]),
  );
  const decisions = new Map<string, Decision>();
  const add = (field: string, reading: Reading, because: Decision['because']): void => {
    const options = DATES.includes(reading) ? DATES : NUMBERS;
    const key = `${field} ${options === DATES ? 'dates' : 'numbers'}`;
    const label = labels.get(field) ?? field;
    decisions.set(key, { field, label, reading, because, options });
  };
  for (const { field, decision, row, value } of report.evidence) {
    // Nobody reads 2026-06-26 in another way.
    if (decision !== 'year-first') add(field, decision, { row, value });
  }
  for (const [field, format] of Object.entries(given.formats ?? {})) {
    if (!labels.has(field)) continue;
    if (format.dateOrder) add(field, format.dateOrder, null);
    if (format.decimalMark) {
      add(field, format.decimalMark === ',' ? 'decimal-comma' : 'decimal-point', null);
    }
  }
  return [...decisions.values()];
}

/** What the person says, with one more reading decided. */
export function withReading(given: PlanOptions, field: string, reading: Reading): PlanOptions {
  const formats = given.formats ?? {};
  return {
    ...given,
    formats: { ...formats, [field]: { ...formats[field], ...formatOf(reading) } },
  };
}
