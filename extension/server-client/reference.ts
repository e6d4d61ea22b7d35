import { setReference } from '../database/connection.ts';
import { database } from '../database/database.ts';
import type { Connection } from '../database/schema.ts';
import type { ServerClient } from './client.ts';

/**
 * Fetches users, teams and record types for the checks to come, unless what is kept is younger than
 * `maxAge` milliseconds.
 */
export async function refreshReference(
  client: ServerClient,
  connection: Pick<Connection, 'origin' | 'workspace'>,
  maxAge = 0,
): Promise<void> {
  const kept = await (await database()).get('references', connection.origin);
  const fits = kept?.workspaceId === connection.workspace.id;
  if (kept && fits && Date.now() - kept.fetchedAt < maxAge) return;
  const [directory, recordTypes] = await Promise.all([client.directory(), client.recordTypes()]);
  await setReference(connection, directory, recordTypes);
}
