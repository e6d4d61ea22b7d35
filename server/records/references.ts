import type { Value } from '../../shared/cells/value.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';

/**
 * Reads the user or the team that a record belongs to: the value of the first field that refers to
 * one.
 */
export function referenceReader(
  recordType: RecordType,
  to: 'users' | 'teams',
): (values: Readonly<Record<string, Value>>) => string | null {
  const field = recordType.fields.find((field) => field.reference === to);
  if (!field) return () => null;
  return (values) => {
    const value = values[field.name];
    return typeof value === 'string' ? value : null;
  };
}
