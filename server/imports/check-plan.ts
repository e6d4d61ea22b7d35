import type { Plan } from '../../shared/plan/plan.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import type { ProblemDetails } from '../http/problem.ts';

/** What a plan says that the record type, or the plan itself, contradicts; empty when it is sound. */
export function checkPlan(plan: Plan, recordType: RecordType): ProblemDetails {
  const fields = new Set(recordType.fields.map((field) => field.name));
  const details: ProblemDetails = [];
  const taken = new Map<string, string>();
  plan.columns.forEach((column, at) => {
    const path = `plan.columns.${at}`;
    if (column.index !== at) {
      const message = `Column ${at} has the index ${column.index}. A plan names every column of the file in its order, also those that go to no field: the indexes are 0, 1, 2 and so on.`;
      details.push({ path: `${path}.index`, message });
    }
    if (column.field === null) return;
    if (!fields.has(column.field)) {
      const message = `The record type “${recordType.name}” has no field “${column.field}”.`;
      details.push({ path: `${path}.field`, message });
    }
    const other = taken.get(column.field);
    if (other !== undefined) {
      const message = `“${column.label}” and “${other}” both go to the field “${column.field}”; choose one of them.`;
      details.push({ path: `${path}.field`, message });
    }
    taken.set(column.field, column.label);
  });
  for (const name of Object.keys(plan.formats)) {
    if (fields.has(name)) continue;
    const message = `The record type “${recordType.name}” has no field “${name}”.`;
    details.push({ path: `plan.formats.${name}`, message });
  }
  if (plan.format === 'csv' && (plan.dialect === null || plan.encoding === null)) {
    const message = 'A delimited file needs a dialect and an encoding.';
    details.push({ path: 'plan.dialect', message });
  }
  return details;
}
