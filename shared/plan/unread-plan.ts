import type { Plan, PlanOptions } from './plan.ts';

/** The plan of a file that could not be read: what was given, and nothing found. */
export function unreadPlan(given: PlanOptions, recordType: string): Plan {
  return {
    version: 1,
    recordType: given.recordType ?? recordType,
    format: given.format ?? 'csv',
    encoding: given.encoding ?? null,
    dialect: given.dialect ?? null,
    sheet: given.sheet ?? null,
    headerRow: given.headerRow ?? null,
    columns: given.columns ?? [],
    formats: given.formats ?? {},
    defaultCountry: given.defaultCountry ?? null,
    mode: given.mode ?? 'create',
    badRows: given.badRows ?? 'report',
    edits: given.edits ?? [],
    excludedRows: given.excludedRows ?? [],
  };
}
