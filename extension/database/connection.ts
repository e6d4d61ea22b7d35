import type { Directory } from '../../shared/contract/directory.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import { database } from './database.ts';
import { recheckDrafts } from './drafts.ts';
import { queuedAgain } from './imports.ts';
import type { Connection } from './schema.ts';
import { write } from './write.ts';

/** The connected server; undefined when there is none. */
export async function currentConnection(): Promise<Connection | undefined> {
  return (await database()).get('connection', 'current');
}

/**
 * Makes this the connected server. Uploads to it that were stuck are tried again: what stopped them
 * may have been the old token. Another workspace has other users, teams and record types: drafts are
 * checked anew.
 */
export async function setConnection(connection: Omit<Connection, 'id'>): Promise<void> {
  await write(['connection', 'imports', 'drafts'], async (tx) => {
    const before = await tx.objectStore('connection').get('current');
    if (before?.workspace.id !== connection.workspace.id || before.origin !== connection.origin) {
      await recheckDrafts(tx.objectStore('drafts'));
    }
    await tx.objectStore('connection').put({ ...connection, id: 'current' });
    for (const stored of await tx.objectStore('imports').getAll()) {
      const { origin, workspace } = connection;
      if (stored.upload.state !== 'failed') continue;
      if (stored.serverOrigin !== origin || stored.workspaceId !== workspace.id) continue;
      await tx.objectStore('imports').put({
        ...stored,
        upload: queuedAgain(stored.upload),
        seen: false,
        announced: false,
      });
    }
  });
}

/** Forgets the server. Drafts are checked anew by what is built in. */
export async function removeConnection(): Promise<void> {
  await write(['connection', 'drafts'], async (tx) => {
    await tx.objectStore('connection').delete('current');
    await recheckDrafts(tx.objectStore('drafts'));
  });
}

/** Notes what is in the way of using the server, or with null that nothing is any more. */
export async function setConnectionProblem(origin: string, problem: string | null): Promise<void> {
  await write(['connection'], async (tx) => {
    const connection = await tx.objectStore('connection').get('current');
    if (!connection || connection.origin !== origin || connection.problem === problem) {
      return false;
    }
    await tx.objectStore('connection').put({ ...connection, problem });
    return true;
  });
}

/**
 * Keeps users, teams and record types of the connected server for the checks to come. Where they are
 * not what they were, the drafts are checked anew: what the check says must be what the import does.
 */
export async function setReference(
  connection: Pick<Connection, 'origin' | 'workspace'>,
  directory: Directory,
  recordTypes: RecordType[],
): Promise<void> {
  await write(['references', 'drafts'], async (tx) => {
    const kept = await tx.objectStore('references').get(connection.origin);
    const before = kept && { directory: kept.directory, recordTypes: kept.recordTypes };
    if (
      kept?.workspaceId !== connection.workspace.id ||
      JSON.stringify(before) !== JSON.stringify({ directory, recordTypes })
    ) {
      await recheckDrafts(tx.objectStore('drafts'));
    }
    await tx.objectStore('references').put({
      origin: connection.origin,
      workspaceId: connection.workspace.id,
      directory,
      recordTypes,
      fetchedAt: Date.now(),
    });
  });
}
