import { database } from '../database/database.ts';
import { changeImport, rowsOf } from '../database/imports.ts';
import type { StoredImport } from '../database/schema.ts';
import { write } from '../database/write.ts';
import type { ServerClient } from '../server-client/client.ts';
import { ServerProblem } from '../server-client/problem.ts';

const PAGE = 500;

/** Whether the copy of the error records is still to be made, or to be finished. */
export function lacksErrorRows({ import: ended, errorRows }: StoredImport): boolean {
  if (!ended?.outcome || !ended.results?.errors) return false;
  return errorRows.state === 'none' || errorRows.state === 'loading';
}

/**
 * Copies the error records of an ended import, page by page, from where an earlier copy stopped: they
 * can then be read without the server.
 *
 * @throws ServerProblem when trying again later can help; any other is noted at the import
 */
export async function copyErrorRows(
  { id, import: ended }: StoredImport,
  client: ServerClient,
  signal: AbortSignal,
): Promise<void> {
  if (!ended) return;
  let after: number | null = await lastRow(id);
  try {
    while (after !== null) {
      const page = await client.errors(ended.id, after, PAGE, signal);
      const wanted = await write(['imports', 'errorRecords'], async (tx) => {
        const stored = await tx.objectStore('imports').get(id);
        if (!stored) return false;
        for (const { row, cells, issues } of page.records) {
          await tx.objectStore('errorRecords').put({ importId: id, row, cells, issues });
        }
        await tx.objectStore('imports').put({
          ...stored,
          errorRows: {
            state: page.next === null ? 'complete' : 'loading',
            stored: stored.errorRows.stored + page.records.length,
            total: page.total,
            labels: page.labels,
          },
        });
        return true;
      });
      after = wanted ? page.next : null;
    }
  } catch (error) {
    if (signal.aborted || (error instanceof ServerProblem && error.passing)) throw error;
    await changeImport(id, (stored) => ({
      ...stored,
      errorRows: { ...stored.errorRows, state: 'failed' },
    }));
  }
}

/** Row number of the last record that was copied; 0 when there is none. */
async function lastRow(importId: string): Promise<number> {
  const { store } = (await database()).transaction('errorRecords');
  const cursor = await store.openKeyCursor(rowsOf(importId), 'prev');
  return cursor?.key[1] ?? 0;
}
