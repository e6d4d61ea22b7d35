import type { ImportStatus } from '../../shared/contract/imports.ts';

const ORDER: Readonly<Record<ImportStatus, number>> = {
  Uploaded: 0,
  Processing: 1,
  PostProcessing: 2,
  Completed: 3,
  Failed: 3,
};

/** Whether nothing happens to the import any more. */
export function isTerminal(status: ImportStatus): boolean {
  return ORDER[status] === 3;
}

/** The statuses from which an import may move to `to`: earlier ones only, so it never goes back. */
export function statusesBefore(to: ImportStatus): ImportStatus[] {
  return (Object.keys(ORDER) as ImportStatus[]).filter((status) => ORDER[status] < ORDER[to]);
}
