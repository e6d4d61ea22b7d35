import type { IDBPTransaction } from 'idb';
import { announce } from './changes.ts';
import { database } from './database.ts';
import type { RowcheckDatabase, StoreName } from './schema.ts';

export type WriteTransaction<S extends StoreName> = IDBPTransaction<
  RowcheckDatabase,
  S[],
  'readwrite'
>;

/**
 * Runs `work` in one transaction over `stores` and announces them once it is committed. `work` may
 * only wait for the database: IndexedDB commits as soon as nothing is asked of it. Whatever it throws
 * undoes everything; when it answers `false` it wrote nothing, and nothing is announced.
 *
 * @throws Error with words for the person when the disk is full
 */
export async function write<S extends StoreName, T>(
  stores: S[],
  work: (tx: WriteTransaction<S>) => Promise<T>,
): Promise<T> {
  const tx = (await database()).transaction(stores, 'readwrite');
  try {
    const result = await work(tx);
    await tx.done;
    if (result !== false) announce(stores);
    return result;
  } catch (error) {
    tx.done.catch(() => {});
    try {
      tx.abort();
    } catch {
      // It was already aborted, which is what happens when the disk is full.
    }
    throw inWords(error ?? tx.error);
  }
}

function inWords(error: unknown): unknown {
  if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') return error;
  return new Error(
    'There is not enough room on this computer to keep the file. Free some space, or clear what Rowcheck has stored in its options, and try again.',
    { cause: error },
  );
}
