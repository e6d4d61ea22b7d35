import { setConnectionProblem } from '../database/connection.ts';
import { database } from '../database/database.ts';
import type { StoredImport } from '../database/schema.ts';
import { write } from '../database/write.ts';
import { createServerClient } from '../server-client/client.ts';
import { ServerProblem } from '../server-client/problem.ts';
import { type Access, belongsTo } from './access.ts';
import { takeGone, takeNews } from './follow.ts';
import { startWatch } from './watch.ts';

/** A browser fires alarms at most every 30 s. */
const POLL_EVERY = 30_000;

/** Follows the imports that run at the server: told by a WebSocket, and asking as a safety net. */
export function createWatcher({ watch = startWatch, fetch = globalThis.fetch } = {}) {
  let watching: { token: string; stop: AbortController } | null = null;
  /** Imports that were asked for since this worker started. */
  const asked = new Set<string>();

  async function ask(access: Access, running: readonly StoredImport[]): Promise<void> {
    const client = createServerClient(access, { fetch: fetch.bind(globalThis) });
    for (const { id, import: known } of running) {
      if (!known) continue;
      try {
        await takeNews(await client.import(known.id));
        await setConnectionProblem(access.origin, null);
      } catch (error) {
        if (!(error instanceof ServerProblem)) throw error;
        if (error.kind === 'not-found') await takeGone(id);
        else await setConnectionProblem(access.origin, error.message);
      }
    }
  }

  function listen(access: Access): void {
    const stop = new AbortController();
    watching = { token: access.token, stop };
    const key = `since:${access.origin}:${access.workspaceId}`;
    watch(
      access,
      {
        since: async () => {
          const kept = await (await database()).get('meta', key);
          return typeof kept?.value === 'number' ? kept.value : null;
        },
        onImport: async (news) => void (await takeNews(news, key)),
        // Whatever happened before the first welcome was asked for one by one.
        onWelcome: async (revision) => {
          await write(['meta'], async (tx) => {
            if (await tx.objectStore('meta').get(key)) return false;
            await tx.objectStore('meta').put({ key, value: revision });
            return true;
          });
        },
      },
      stop.signal,
    );
  }

  return {
    /**
     * Starts and stops watching, from what is stored.
     *
     * @param poll asks for every running import, also when the WebSocket is silent
     * @returns when to look again at the latest; null when nothing runs
     */
    tend(imports: readonly StoredImport[], access: Access | null, poll: boolean): number | null {
      const running = access
        ? imports.filter((one) => one.import && !one.import.outcome && belongsTo(one, access))
        : [];
      if (watching && (running.length === 0 || watching.token !== access?.token)) {
        watching.stop.abort();
        watching = null;
      }
      if (!access || running.length === 0) return null;
      if (!watching) listen(access);
      // An import can change between its creation and the moment this machine knows of it.
      const unasked = running.filter((one) => poll || !asked.has(one.id));
      for (const { id } of unasked) asked.add(id);
      if (unasked.length > 0) void ask(access, unasked);
      return Date.now() + POLL_EVERY;
    },
  };
}
