import { currentConnection } from '../database/connection.ts';
import type { StoredImport } from '../database/schema.ts';
import { tokenSetting } from '../settings/settings.ts';
import type { ServerAccess } from './client.ts';

/** The connected server and workspace, with the token. */
export interface Access extends ServerAccess {
  workspaceId: string;
}

/** null when no server is connected. */
export async function currentAccess(): Promise<Access | null> {
  const connection = await currentConnection();
  const kept = await tokenSetting.get();
  if (!connection || !kept) return null;
  const { origin, workspace } = connection;
  // While one server takes the place of another, the two are not written in one moment.
  if (kept.origin !== origin || kept.workspaceId !== workspace.id) return null;
  return { origin, workspaceId: workspace.id, token: kept.token };
}

/** The import was submitted to the connected server and workspace. */
export function belongsTo(stored: StoredImport, access: Access): boolean {
  return stored.serverOrigin === access.origin && stored.workspaceId === access.workspaceId;
}
