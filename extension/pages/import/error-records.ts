import { causeValue } from '../../../shared/report/cause-value.ts';
import { rowsOf } from '../../database/imports.ts';
import type { Reader } from '../../database/live.ts';
import type { StoredErrorRecord } from '../../database/schema.ts';

/** Rows read from the database at a time while a filter looks for its own. */
const READ = 500;

/** What tells a cause of an import from the others. */
export interface CauseFilter {
  code: string;
  column?: number | undefined;
  value?: string | undefined;
}

/** A page of error records and where the next one begins. */
export interface RecordPage {
  records: StoredErrorRecord[];
  /** Pass as `after` for the next page; null at the end. */
  next: number | null;
}

/** Whether a record has an issue of this cause. */
function hasCause(record: StoredErrorRecord, cause: CauseFilter): boolean {
  return record.issues.some(
    (issue) =>
      issue.code === cause.code &&
      (cause.column === undefined || issue.column === cause.column) &&
      (cause.value === undefined || causeValue(issue.value ?? '') === cause.value),
  );
}

/** Reads a page of the error records kept here, those after row `after`. */
export async function readPage(
  read: Reader,
  importId: string,
  { after, size, cause }: { after: number; size: number; cause: CauseFilter | null },
): Promise<RecordPage> {
  const records: StoredErrorRecord[] = [];
  let from = after;
  while (records.length <= size) {
    const range = IDBKeyRange.bound([importId, from], rowsOf(importId).upper, true);
    const count = cause ? READ : size + 1;
    const found = await read.getAll('errorRecords', range, count);
    records.push(...(cause ? found.filter((record) => hasCause(record, cause)) : found));
    const last = found.at(-1);
    if (!last || found.length < count) break;
    from = last.row;
  }
  const shown = records.slice(0, size);
  return { records: shown, next: records.length > size ? (shown.at(-1)?.row ?? null) : null };
}
