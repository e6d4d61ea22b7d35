import type { Value } from '../../shared/cells/value.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import { matchKeyField, matchKeyOf } from '../records/match-key.ts';
import { referenceReader } from '../records/references.ts';

export type RowMapping = ReturnType<typeof createRowMapping>;

/** What an import needs to know of columns and values, found out once. */
export function createRowMapping(plan: Plan, recordType: RecordType) {
  const fields = new Map(plan.columns.map(({ index, field }) => [index, field]));
  const key = matchKeyField(recordType);
  return {
    /** The field that a column goes to. */
    fieldOf: (column: number): string | null => fields.get(column) ?? null,
    /** Column of the match key. */
    matchColumn: plan.columns.find(({ field }) => field === key?.name)?.index ?? null,
    matchKey: (values: Readonly<Record<string, Value>>): string | null =>
      key ? matchKeyOf(key, values[key.name]) : null,
    owner: referenceReader(recordType, 'users'),
    team: referenceReader(recordType, 'teams'),
  };
}
