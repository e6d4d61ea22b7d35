import type { Database } from '../store/database.ts';
import { FolderInUse } from '../store/lock-file.ts';
import { openDatabase } from '../store/open.ts';
import { DatabaseUnreachable } from '../store/postgres.ts';
import { createWorkspaceService } from '../workspaces/service.ts';
import { CallError, type Terminal } from './command.ts';
import { sayFirstToken } from './kept-token.ts';
import { configOf, localOrigin } from './server-address.ts';

/** The store opened by a command, and the workspace that it works in. */
export interface OpenStore {
  database: Database;
  workspaceId: string;
}

/**
 * Runs `work` on the store that the settings name, in the oldest workspace.
 *
 * @throws CallError when a running server holds the data folder
 */
export async function withStore<T>(
  { env, err }: Pick<Terminal, 'env' | 'err'>,
  work: (store: OpenStore) => Promise<T>,
): Promise<T> {
  const config = configOf(env);
  const database = await openDatabase(config).catch((error: unknown) => {
    if (error instanceof DatabaseUnreachable) throw new CallError(error.message, { cause: error });
    if (!(error instanceof FolderInUse)) throw error;
    throw new CallError(
      `A server (process ${error.pid}) is using ${error.folder}. Ask it instead, with --server ${localOrigin(config)} and --token, or stop it first.`,
      { cause: error },
    );
  });
  try {
    const { workspace, firstToken } = await createWorkspaceService({ database }).ensureFirst();
    if (firstToken) await err.line(await sayFirstToken(config, firstToken));
    return await work({ database, workspaceId: workspace.id });
  } finally {
    await database.close();
  }
}
