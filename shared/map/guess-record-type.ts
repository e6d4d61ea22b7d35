import type { RecordType } from '../record-types/record-type.ts';
import { type MapOptions, type Mapping, mapColumns } from './map-columns.ts';

/** The record type that the columns fit best, the first of equals, with its mapping. */
export function guessRecordType(
  recordTypes: readonly RecordType[],
  options: Omit<MapOptions, 'recordType'>,
): { recordType: RecordType; mapping: Mapping } {
  let best: { recordType: RecordType; mapping: Mapping } | null = null;
  for (const recordType of recordTypes) {
    const mapping = mapColumns({ ...options, recordType });
    if (!best || mapping.score > best.mapping.score) best = { recordType, mapping };
  }
  if (!best) throw new RangeError('There is no record type to import into.');
  return best;
}
