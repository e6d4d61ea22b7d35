import { browser } from 'wxt/browser';
import {
  currentConnection,
  removeConnection,
  setConnection,
  setConnectionProblem,
} from '../database/connection.ts';
import type { Connection } from '../database/schema.ts';
import { originOf, originPattern } from '../settings/address.ts';
import { tokenSetting } from '../settings/settings.ts';
import { currentAccess } from './access.ts';
import { createServerClient, type ServerClient } from './client.ts';
import { refreshReference } from './reference.ts';

/**
 * Connects to a server after the page has asked for the permission (`originPattern`).
 *
 * @throws Error with words for the person; nothing is stored then
 */
export async function connectTo(address: string, token: string): Promise<void> {
  const origin = originOf(address);
  const secret = token.trim();
  if (secret === '') throw new Error('Paste the token that you were given.');
  if (!(await browser.permissions.contains({ origins: [originPattern(address)] }))) {
    throw new Error(`Rowcheck may not talk to ${origin} yet. Allow it when the browser asks.`);
  }
  const client = createServerClient({ origin, token: secret });
  const session = await client.session();
  const connection = {
    origin,
    workspace: session.workspace,
    tokenName: session.token.name,
    role: session.token.role,
    serverVersion: session.server.version,
    connectedAt: Date.now(),
    problem: null,
  };
  await tokenSetting.set({ origin, workspaceId: session.workspace.id, token: secret });
  await setConnection(connection);
  // The connection stands even if this fails; it is tried again before the next check.
  await refreshReference(client, connection).catch((error: Error) =>
    setConnectionProblem(origin, error.message),
  );
}

/** Forgets server and token. Imports and drafts stay. */
export async function disconnectFrom(): Promise<void> {
  const connection = await currentConnection();
  await tokenSetting.set(null);
  await removeConnection();
  if (connection) {
    // Browsers refuse where the permission is part of the manifest; there is nothing to give back then.
    await browser.permissions
      .remove({ origins: [originPattern(connection.origin)] })
      .catch(() => false);
  }
}

/** The connected server, null when there is none. */
export async function connectedClient(): Promise<{
  client: ServerClient;
  connection: Connection;
} | null> {
  const access = await currentAccess();
  const connection = await currentConnection();
  if (!access || !connection) return null;
  return { client: createServerClient(access), connection };
}
