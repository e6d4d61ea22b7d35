import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { fromPglite } from 'pg-boss';
import type { Database, Transaction } from './database.ts';
import { damaged, FolderUnusable, folderProblem } from './folder-unusable.ts';
import { lockFolder } from './lock-file.ts';
import { parsers } from './values.ts';

/**
 * The embedded database.
 *
 * @param dataFolder where it lives, locked against a second process; null keeps it in memory
 * @throws FolderInUse, FolderUnusable
 */
export async function openPglite(dataFolder: string | null): Promise<Database> {
  if (dataFolder === null) return wrap(await PGlite.create({ parsers }), async () => {});
  const unlock = await lockFolder(dataFolder);
  try {
    return wrap(await createIn(dataFolder), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function createIn(dataFolder: string): Promise<PGlite> {
  const folder = join(dataFolder, 'database');
  try {
    await mkdir(folder, { recursive: true });
    return await PGlite.create(folder, { parsers });
  } catch (error) {
    const problem = folderProblem(dataFolder, error);
    if (problem instanceof FolderUnusable) throw problem;
    // PGlite says no more of a database that it cannot start; too little memory is a RangeError.
    throw error instanceof RangeError ? error : damaged(folder, error);
  }
}

function wrap(pglite: PGlite, unlock: () => Promise<void>): Database {
  // PGlite has one connection and makes everybody wait for an open transaction. A statement from
  // inside it that does not go through `tx` would wait for itself: say so instead of hanging.
  const within = new AsyncLocalStorage<{ open: boolean }>();
  const refuseNested = () => {
    if (within.getStore()?.open) {
      throw new Error('Inside a transaction every statement must go through its `tx`');
    }
  };
  return {
    dialect: 'pglite',
    async query<T>(sql: string, params: readonly unknown[] = []) {
      refuseNested();
      return (await pglite.query<T>(sql, [...params])).rows;
    },
    async exec(sql) {
      refuseNested();
      await pglite.exec(sql);
    },
    async transaction<T>(work: (tx: Transaction) => Promise<T>) {
      refuseNested();
      const scope = { open: true };
      return pglite.transaction((transaction) =>
        within.run(scope, async () => {
          try {
            return await work({
              query: async <R>(sql: string, params: readonly unknown[] = []) =>
                (await transaction.query<R>(sql, [...params])).rows,
              exec: async (sql: string) => {
                await transaction.exec(sql);
              },
            });
          } finally {
            scope.open = false;
          }
        }),
      );
    },
    async listen(channel, onMessage) {
      let hearing = true;
      // PGlite puts the name into its `LISTEN` as it stands.
      const stop = await pglite.listen(`"${channel.replaceAll('"', '""')}"`, (payload) => {
        if (hearing) onMessage(payload);
      });
      return async () => {
        // PGlite 0.5 forgets a name with capitals or blanks only in part.
        hearing = false;
        await stop();
      };
    },
    boss: { db: fromPglite(pglite), backend: 'pglite' },
    async close() {
      try {
        await pglite.close();
      } finally {
        await unlock();
      }
    },
  };
}
