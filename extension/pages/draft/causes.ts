import type { Cause, Report } from '../../../shared/report/report.ts';

/** The causes of a report as the page parts them. */
export interface CauseGroups {
  /** These keep rows from being imported. */
  errors: Cause[];
  /** These do not. */
  hints: Cause[];
}

/** What the page says elsewhere and in better words: blank rows and columns that are not imported. */
const SAID_ELSEWHERE = new Set<Cause['code']>(['blank-row', 'unmapped-column']);

/** Errors and the rest apart, in the order of the report: each from the most rows to the fewest. */
export function groupCauses(causes: readonly Cause[]): CauseGroups {
  const shown = causes.filter((cause) => !SAID_ELSEWHERE.has(cause.code));
  return {
    errors: shown.filter((cause) => cause.severity === 'error'),
    hints: shown.filter((cause) => cause.severity !== 'error'),
  };
}

/** Rows that are to be judged: all but the blank ones and those taken out. */
export function judged(rows: Report['rows']): number {
  return rows.ready + rows.error;
}
