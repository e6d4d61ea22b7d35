import { browser } from 'wxt/browser';
import { hasEnded } from '../database/imports.ts';
import type { StoredImport } from '../database/schema.ts';
import { write } from '../database/write.ts';
import { notificationsSetting } from '../settings/settings.ts';
import { notificationText } from './notification-text.ts';

const PREFIX = 'import:';

/** The import that a notification is about, null when it is not one of ours. */
export function importOfNotification(notificationId: string): string | null {
  return notificationId.startsWith(PREFIX) ? notificationId.slice(PREFIX.length) : null;
}

/**
 * Tells the person of every import that has ended since. Which ones were told is decided in one
 * transaction, so that nobody hears of an import twice.
 */
export async function announceEnded(): Promise<void> {
  const ended = await takeUnannounced();
  if (ended.length === 0 || !(await notificationsSetting.get())) return;
  for (const stored of ended) {
    await browser.notifications.create(`${PREFIX}${stored.id}`, {
      // Firefox knows these four properties only.
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: 'Rowcheck',
      message: notificationText(stored),
    });
  }
}

async function takeUnannounced(): Promise<StoredImport[]> {
  return write(['imports'], async (tx) => {
    const imports = tx.objectStore('imports');
    const ended = (await imports.getAll()).filter((one) => hasEnded(one) && !one.announced);
    for (const stored of ended) await imports.put({ ...stored, announced: true });
    return ended.filter((stored) => !stored.seen);
  });
}
