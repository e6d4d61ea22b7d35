import { refuse } from '../../shared/issues/refusal.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';

/**
 * A file without a column that every record needs is refused as a whole: otherwise each of its rows
 * would fail for the same reason.
 *
 * @throws Refusal `required-column`
 */
export function requireColumns(plan: Plan, recordType: RecordType): void {
  const mapped = new Set(plan.columns.map((column) => column.field));
  for (const field of recordType.fields) {
    if (field.constraints?.required && !mapped.has(field.name)) {
      throw refuse('required-column', { field: field.title ?? field.name });
    }
  }
}
