import { currentConnection } from '../database/connection.ts';
import type { StoredImport } from '../database/schema.ts';
import type { ServerAccess } from '../server-client/client.ts';
import { tokenSetting } from '../settings/settings.ts';

/** The connected server and workspace, with the token. */
export interface Access extends ServerAccess {
  workspaceId: string;
}

/** null when no server is connected. */
export async function currentAccess(): Promise<Access | null> {
  const connection = await currentConnection();
  const token = await tokenSetting.get();
  if (!connection || !token) return null;
  return { origin: connection.origin, workspaceId: connection.workspace.id, token };
}

/** The import was submitted to the connected server and workspace. */
export function belongsTo(stored: StoredImport, access: Access): boolean {
  return stored.serverOrigin === access.origin && stored.workspaceId === access.workspaceId;
}
