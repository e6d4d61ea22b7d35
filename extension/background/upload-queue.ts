import { changeImport } from '../database/imports.ts';
import type { StoredImport } from '../database/schema.ts';
import { type Access, belongsTo } from '../server-client/access.ts';
import { keepAwake } from './keep-awake.ts';
import { sendImport } from './send.ts';

/** Sends one file at a time, the oldest first; one that waits for its next attempt lets others go. */
export function createUploadQueue(tendAgain: () => void, send: typeof sendImport = sendImport) {
  let active: { id: string; token: string; stop: AbortController } | null = null;

  function start(stored: StoredImport, access: Access): void {
    const mine = { id: stored.id, token: access.token, stop: new AbortController() };
    active = mine;
    // What came of it is in the database, where the next look finds it.
    keepAwake(() => send(stored, access, mine.stop.signal))
      .catch(() => {})
      .finally(() => {
        if (active === mine) active = null;
        tendAgain();
      });
  }

  return {
    /**
     * Starts and stops what should be, from what is stored.
     *
     * @param hurry makes attempts that wait for their time due at once
     * @returns when to look again at the latest; null when nothing waits
     */
    tend(imports: readonly StoredImport[], access: Access | null, hurry: boolean): number | null {
      const unsent = imports.filter(isUnsent);
      for (const stored of unsent) {
        if (!access || !belongsTo(stored, access)) void setAside(stored);
      }
      const pending = access ? unsent.filter((stored) => belongsTo(stored, access)) : [];
      if (active) {
        const { id, token, stop } = active;
        if (!pending.some((stored) => stored.id === id) || token !== access?.token) {
          stop.abort();
          active = null;
        }
      }
      const now = Date.now();
      if (!active && access) {
        const due = pending.filter(({ upload }) => hurry || (upload.retryAt ?? 0) <= now);
        const [first] = due.sort((a, b) => a.createdAt - b.createdAt);
        if (first) start(first, access);
      }
      if (pending.length === 0) return null;
      return Math.min(...pending.map(({ upload }) => Math.max(now, upload.retryAt ?? now)));
    },
  };
}

function isUnsent({ upload }: StoredImport): boolean {
  return upload.state !== 'sent' && upload.state !== 'failed';
}

/** Connecting to the same server again puts it back into the queue. */
function setAside({ id, serverOrigin }: StoredImport): Promise<boolean> {
  return changeImport(id, (stored) => ({
    ...stored,
    upload: {
      ...stored.upload,
      state: 'failed',
      problem: `Rowcheck is not connected to ${serverOrigin} any more. Connect again to send this file.`,
      retryAt: null,
    },
  }));
}
