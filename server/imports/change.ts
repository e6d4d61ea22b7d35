import type { Queryable } from '../store/database.ts';
import { IMPORT_COLUMNS, type ImportRow } from './import-row.ts';

/** Where every process hears that something changed in a workspace; the payload is its id. */
export const CHANGES = 'rowcheck_changes';

/** An import, and whose it is. */
export interface ImportKey {
  workspaceId: string;
  importId: string;
}

/**
 * Changes an import in a way that watchers see: takes the workspace's next revision and tells them
 * once the transaction lands. Must be the transaction's last statement, because it holds the
 * workspace's counter from here on.
 *
 * @param change.set the `SET` list, with parameters from `$3` on
 * @param change.when what must still hold, with parameters from `$3` on
 * @returns the import, or null when it is not there or the condition does not hold
 */
export async function changeImport<T extends object = ImportRow>(
  tx: Queryable,
  { workspaceId, importId }: ImportKey,
  change: { set: string; when: string; params?: readonly unknown[]; returning?: string },
): Promise<T | null> {
  const [row] = await tx.query<T>(
    `WITH next AS (${NEXT_REVISION})
     UPDATE imports SET revision = next.revision, ${change.set}
     FROM next WHERE imports.workspace_id = $1 AND imports.id = $2 AND (${change.when})
     RETURNING ${change.returning ?? IMPORT_COLUMNS}`,
    [workspaceId, importId, ...(change.params ?? [])],
  );
  if (row) await announce(tx, workspaceId);
  return row ?? null;
}

/** Takes the next revision of the workspace `$1`. */
export const NEXT_REVISION = `INSERT INTO workspace_revisions (workspace_id, revision) VALUES ($1, 1)
  ON CONFLICT (workspace_id) DO UPDATE SET revision = workspace_revisions.revision + 1
  RETURNING revision`;

/** Wakes the watchers of a workspace once the transaction lands. */
export async function announce(tx: Queryable, workspaceId: string): Promise<void> {
  await tx.query('SELECT pg_notify($1, $2)', [CHANGES, workspaceId]);
}
