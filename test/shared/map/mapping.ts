import { type Mapping, mapColumns } from '../../../shared/map/map-columns.ts';
import { contact } from '../../../shared/record-types/contact.ts';

/** Maps a header, written with commas, to the fields of a contact. */
export function map(
  header: string,
  sample: string[][] = [],
  rest: Partial<Parameters<typeof mapColumns>[0]> = {},
): Mapping {
  const labels = header.split(',');
  return mapColumns({ labels, sample, recordType: contact, given: [], headerRow: 1, ...rest });
}

/** Which column each field got, as the tests say it. */
export function fields({ columns }: Mapping): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ field, label }) => (field === null ? [] : [[field, label]])),
  );
}
