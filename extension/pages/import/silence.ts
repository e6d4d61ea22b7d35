import type { Connection, StoredImport } from '../../database/schema.ts';

/** Whether what is shown of a running import may be old, as its server cannot be used. */
export function isSilent(
  stored: Pick<StoredImport, 'import' | 'serverOrigin' | 'workspaceId'>,
  connection: Pick<Connection, 'origin' | 'workspace' | 'problem'> | null | undefined,
): boolean {
  if (!stored.import || stored.import.outcome || !connection?.problem) return false;
  const { origin, workspace } = connection;
  return stored.serverOrigin === origin && stored.workspaceId === workspace.id;
}
