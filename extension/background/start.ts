import { browser } from 'wxt/browser';
import { onChange } from '../database/changes.ts';
import { setConnectionProblem } from '../database/connection.ts';
import { handleMessages } from '../messages/runtime.ts';
import { connectedClient } from '../server-client/connect.ts';
import { refreshReference } from '../server-client/reference.ts';
import { cancelAtServer } from './cancel.ts';
import { importOfNotification } from './notifications.ts';
import { openImport } from './open-import.ts';
import { createTender } from './tend.ts';

const REFERENCE_AGE = 5 * 60_000;

/**
 * Registers every listener, in the same turn in which the worker starts: browsers wake a stopped
 * worker only for those.
 */
export function startBackground(): void {
  const tend = createTender();

  handleMessages({
    wake: async () => {
      void tend({ hurry: true, poll: true });
      return null;
    },
    'cancel-import': async ({ importId }) => {
      await cancelAtServer(importId);
      return null;
    },
    'refresh-reference': async ({ maxAge }) => {
      await refresh(maxAge);
      return null;
    },
  });
  browser.alarms.onAlarm.addListener(() => void tend({ poll: true }));
  browser.runtime.onStartup.addListener(() => void refresh(REFERENCE_AGE));
  browser.runtime.onInstalled.addListener(() => void refresh(REFERENCE_AGE));
  browser.notifications.onClicked.addListener((notificationId) => {
    const importId = importOfNotification(notificationId);
    if (importId) void openImport(importId);
    void browser.notifications.clear(notificationId);
  });
  onChange((stores) => {
    if (stores.includes('imports') || stores.includes('connection')) void tend();
  });
  void tend();
}

async function refresh(maxAge: number): Promise<void> {
  const server = await connectedClient();
  if (!server) return;
  const { client, connection } = server;
  try {
    await refreshReference(client, connection, maxAge);
    await setConnectionProblem(connection.origin, null);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await setConnectionProblem(connection.origin, message);
  }
}
