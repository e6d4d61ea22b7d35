import type { Import } from '../../shared/contract/imports.ts';
import { setConnectionProblem } from '../database/connection.ts';
import { database } from '../database/database.ts';
import type { StoredImport } from '../database/schema.ts';
import { type Access, belongsTo } from '../server-client/access.ts';
import { createServerClient } from '../server-client/client.ts';
import { ServerProblem } from '../server-client/problem.ts';
import { takeGone, takeNews } from './follow.ts';
import { stayAwake } from './keep-awake.ts';
import { startWatch } from './watch.ts';

/** A browser fires alarms at most every 30 s. */
const POLL_EVERY = 30_000;

/** Follows the imports that run at the server: told by a WebSocket, and asking as a safety net. */
export function createWatcher({ watch = startWatch, fetch = globalThis.fetch } = {}) {
  let watching: { token: string; stop: AbortController } | null = null;
  /** Imports that were asked for since this worker started. */
  const asked = new Set<string>();
  let polledAt = 0;

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
    const parts = {
      since: async () => {
        const imports = runningAt(access, await (await database()).getAll('imports'));
        const revisions = imports.map((one) => one.import?.revision ?? 0);
        return revisions.length > 0 ? Math.min(...revisions) : null;
      },
      onImport: async (news: Import) => void (await takeNews(news)),
      stayAwake,
      onWelcome: () => setConnectionProblem(access.origin, null),
      // Whether it was only this line, an answer tells; the problem is noted when there is none.
      onBreak: () => {
        void database()
          .then((db) => db.getAll('imports'))
          .then((imports) => ask(access, runningAt(access, imports)))
          .catch(console.error);
      },
    };
    watch(access, parts, stop.signal);
  }

  return {
    /**
     * Starts and stops watching, from what is stored.
     *
     * @param poll asks for every running import, also when the WebSocket is silent
     * @returns when to look again at the latest; null when nothing runs
     */
    tend(imports: readonly StoredImport[], access: Access | null, poll: boolean): number | null {
      const running = access ? runningAt(access, imports) : [];
      if (watching && (running.length === 0 || watching.token !== access?.token)) {
        watching.stop.abort();
        watching = null;
      }
      if (!access || running.length === 0) return null;
      if (!watching) listen(access);
      // An import can change between its creation and the moment when it is known here.
      // The alarm alone is not enough: a timer that comes first puts it off.
      const due = poll || Date.now() - polledAt >= POLL_EVERY;
      if (due) polledAt = Date.now();
      const unasked = running.filter((one) => due || !asked.has(one.id));
      for (const { id } of unasked) asked.add(id);
      if (unasked.length > 0) void ask(access, unasked);
      return Date.now() + POLL_EVERY;
    },
  };
}

function runningAt(access: Access, imports: readonly StoredImport[]): StoredImport[] {
  return imports.filter((one) => one.import && !one.import.outcome && belongsTo(one, access));
}
