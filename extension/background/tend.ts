import { browser } from 'wxt/browser';
import { database } from '../database/database.ts';
import { hasEnded } from '../database/imports.ts';
import { currentAccess } from '../server-client/access.ts';
import { badgeOf, showBadge } from './badge.ts';
import { createErrorCopies } from './error-copies.ts';
import { announceEnded } from './notifications.ts';
import { createUploadQueue } from './upload-queue.ts';
import { createWatcher } from './watcher.ts';

const ALARM = 'tend';
/** Shortest time that browsers allow for an alarm, in milliseconds. */
const SHORTEST_ALARM = 30_000;

interface Reasons {
  /** Attempts that wait for their time are made at once. */
  hurry: boolean;
  /** The server is asked about every running import. */
  poll: boolean;
}

/**
 * Makes the world follow the database: uploads, watching, copies of error records, notifications, the
 * badge. Looking once too often does no harm, so every event simply leads to another look.
 */
export function createTender() {
  const uploads = createUploadQueue(() => tend());
  const watcher = createWatcher();
  const copies = createErrorCopies(() => tend());
  let looking: Promise<void> | null = null;
  let again: Reasons | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look({ hurry, poll }: Reasons): Promise<void> {
    const imports = await (await database()).getAll('imports');
    const access = await currentAccess();
    await showBadge(badgeOf(imports));
    const dues = [
      uploads.tend(imports, access, hurry),
      watcher.tend(imports, access, poll),
      copies.tend(imports, access),
    ].filter((due) => due !== null);
    await lookAgainAt(dues.length > 0 ? Math.min(...dues) : null);
    if (imports.some((stored) => hasEnded(stored) && !stored.announced)) await announceEnded();
  }

  /** A timer for the near future, and an alarm in case the worker is stopped before. */
  async function lookAgainAt(due: number | null): Promise<void> {
    clearTimeout(timer);
    if (due === null) {
      await browser.alarms.clear(ALARM);
      return;
    }
    const now = Date.now();
    if (due > now) timer = setTimeout(() => tend(), due - now);
    await browser.alarms.create(ALARM, { when: Math.max(due, now + SHORTEST_ALARM) });
  }

  /** Looks once more; while a look is under way, right after it. */
  function tend(reasons: Partial<Reasons> = {}): Promise<void> {
    const hurry = (reasons.hurry ?? false) || (again?.hurry ?? false);
    const poll = (reasons.poll ?? false) || (again?.poll ?? false);
    again = { hurry, poll };
    looking ??= (async () => {
      try {
        while (again) {
          const now: Reasons = again;
          again = null;
          await look(now);
        }
      } catch (error) {
        // The next look may find what this one could not; without an alarm there may be none.
        console.error(error);
        await lookAgainAt(Date.now() + SHORTEST_ALARM);
      } finally {
        looking = null;
      }
    })();
    return looking;
  }

  return tend;
}
