import { database } from '../database/database.ts';
import { watchQuery } from '../database/live.ts';
import type { Draft } from '../database/schema.ts';
import { sendMessage } from '../messages/runtime.ts';
import type { CheckJob } from './job.ts';
import { startWorker } from './start-worker.ts';

/** Users, teams and record types older than this are fetched anew when a file is checked. */
const REFERENCE_AGE = 5 * 60_000;

type RunCheck = (job: CheckJob, signal: AbortSignal) => Promise<void>;

/**
 * Keeps every draft of this browser checked while this page is open: starts checks, takes over those
 * whose page was closed, and starts over when the plan changes. Each page calls it once.
 *
 * @returns a function that ends it and stops the checks of this page
 */
export function superviseChecks(run: RunCheck = startWorker): () => void {
  const page = new AbortController();
  const mine = new Map<string, { revision: number; stop: AbortController }>();

  const begin = ({ id, revision }: Draft): void => {
    const stop = new AbortController();
    mine.set(id, { revision, stop });
    page.signal.addEventListener('abort', () => stop.abort(), { once: true });
    // Whoever holds the lock checks the draft; other pages wait and find it done, or take over.
    navigator.locks
      .request(`check:${id}`, { signal: stop.signal }, async () => {
        if (await stillWanted(id, revision)) await run({ draftId: id, revision }, stop.signal);
      })
      .catch(() => {})
      .finally(() => {
        if (mine.get(id)?.stop === stop) mine.delete(id);
      });
  };

  const stopWatching = watchQuery(
    (read) => read.getAll('drafts'),
    (drafts) => {
      const wanted = drafts.filter(isWanted);
      for (const [id, check] of mine) {
        if (!wanted.some((draft) => draft.id === id && draft.revision === check.revision)) {
          mine.delete(id);
          check.stop.abort();
        }
      }
      const fresh = wanted.filter((draft) => !mine.has(draft.id));
      for (const draft of fresh) begin(draft);
    },
    () => {},
  );
  void sendMessage('refresh-reference', { maxAge: REFERENCE_AGE }).catch(() => {});

  return () => {
    stopWatching();
    page.abort();
  };
}

function isWanted(draft: Draft): boolean {
  return draft.state === 'waiting' || draft.state === 'checking';
}

async function stillWanted(draftId: string, revision: number): Promise<boolean> {
  const draft = await (await database()).get('drafts', draftId);
  return draft !== undefined && draft.revision === revision && isWanted(draft);
}
