import type { Database } from '../store/database.ts';
import { FolderInUse } from '../store/lock-file.ts';
import { openDatabase } from '../store/open.ts';
import { createWorkspaceService } from '../workspaces/service.ts';
import { type ApiClient, createApiClient, NoAnswer } from './api-client.ts';
import { CallError, type Terminal } from './command.ts';
import { inWords } from './in-words.ts';
import { sayFirstToken } from './kept-token.ts';
import { configOf, localAddress, localOrigin, serverAddress } from './server-address.ts';

/** The store opened by a command, and the workspace that it works in. */
export interface OpenStore {
  database: Database;
  workspaceId: string;
}

/** `--server` and `--token`, as far as they are given. */
export interface ServerOptions {
  server?: string | undefined;
  token?: string | undefined;
}

/** The two ways to the same thing `T`. */
export interface Ways<T> {
  onStore(store: OpenStore): T;
  throughServer(client: ApiClient): T;
}

/**
 * Runs `work` through the server that the options name; without one on the store that the settings
 * name, in the oldest workspace; and where a running server holds that store, through this server.
 *
 * @throws CallError when a running server holds the data folder and cannot be asked
 */
export async function withStoreOrServer<T, R>(
  options: ServerOptions,
  { env, err, signal }: Pick<Terminal, 'env' | 'err' | 'signal'>,
  { onStore, throughServer }: Ways<T>,
  work: (reached: T) => Promise<R>,
): Promise<R> {
  if (options.server !== undefined) {
    const address = await serverAddress(options, env);
    return work(throughServer(createApiClient(address, signal)));
  }
  const config = configOf(env);
  const database = await openDatabase(config).catch((error: unknown) => {
    if (error instanceof FolderInUse) return error;
    throw inWords(error);
  });
  if (database instanceof FolderInUse) {
    const inUse = new CallError(
      `A server (process ${database.pid}) is using ${database.folder}. Ask it instead, with --server ${localOrigin(config)} and --token, or stop it first.`,
      { cause: database },
    );
    const address = await localAddress(options.token, env);
    if (!address) throw inUse;
    return work(throughServer(createApiClient(address, signal))).catch((error: unknown) => {
      // It runs, only not at the address of these settings.
      throw error instanceof NoAnswer ? inUse : error;
    });
  }
  try {
    const { workspace, firstToken } = await createWorkspaceService({ database }).ensureFirst();
    if (firstToken) await err.line(await sayFirstToken(config, firstToken));
    return await work(onStore({ database, workspaceId: workspace.id }));
  } finally {
    await database.close();
  }
}
