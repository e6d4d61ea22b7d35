import type { StoredImport } from '../database/schema.ts';
import { type Access, belongsTo } from '../server-client/access.ts';
import { createServerClient } from '../server-client/client.ts';
import { copyErrorRows, lacksErrorRows } from './error-rows.ts';
import { keepAwake } from './keep-awake.ts';

/** Pause after a copy that the server interrupted, in milliseconds. */
const PAUSE = 30_000;

/** Copies the error records of ended imports to this computer, one import at a time. */
export function createErrorCopies(
  tendAgain: () => void,
  copy: typeof copyErrorRows = copyErrorRows,
) {
  let active: { id: string; stop: AbortController } | null = null;
  let pausedUntil = 0;

  function start(stored: StoredImport, access: Access): void {
    const mine = { id: stored.id, stop: new AbortController() };
    active = mine;
    keepAwake(() => copy(stored, createServerClient(access), mine.stop.signal))
      .catch(() => {
        pausedUntil = Date.now() + PAUSE;
      })
      .finally(() => {
        if (active === mine) active = null;
        tendAgain();
      });
  }

  return {
    /** @returns when to look again at the latest; null when every copy is made */
    tend(imports: readonly StoredImport[], access: Access | null): number | null {
      const lacking = access
        ? imports.filter((stored) => lacksErrorRows(stored) && belongsTo(stored, access))
        : [];
      if (active && !lacking.some(({ id }) => id === active?.id)) {
        active.stop.abort();
        active = null;
      }
      const [first] = lacking.sort((a, b) => b.createdAt - a.createdAt);
      if (!access || !first) return null;
      const now = Date.now();
      if (!active && pausedUntil <= now) start(first, access);
      return Math.max(now + PAUSE, pausedUntil);
    },
  };
}
