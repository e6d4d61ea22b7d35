import type { ColumnPlan } from '../../../shared/plan/plan.ts';

/**
 * Sends a column to a field, or to none. A field takes one column only: the column that had it
 * before is then not imported.
 */
export function assignField(
  columns: readonly ColumnPlan[],
  index: number,
  field: string | null,
): ColumnPlan[] {
  return columns.map((column) => {
    if (column.index === index) return { ...column, field, by: 'person' };
    if (field !== null && column.field === field) return { ...column, field: null, by: 'person' };
    return column;
  });
}
