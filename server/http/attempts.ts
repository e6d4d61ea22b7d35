/** How long failed attempts are remembered, in milliseconds. */
const WINDOW = 60_000;

/** More addresses than this are not remembered: the oldest are forgotten first. */
const MOST_ADDRESSES = 10_000;

export type Attempts = ReturnType<typeof createAttempts>;

/** Counts refused tokens per address. */
export function createAttempts(deps: { limit: number; now?: () => number }) {
  const { limit, now = Date.now } = deps;
  const addresses = new Map<string, { count: number; since: number }>();

  const recent = (address: string) => {
    const entry = addresses.get(address);
    if (entry && now() - entry.since < WINDOW) return entry;
    addresses.delete(address);
    return null;
  };

  return {
    /** Seconds that the address has to wait, 0 when it may try. */
    waitFor(address: string): number {
      const entry = recent(address);
      if (!entry || entry.count < limit) return 0;
      return Math.max(1, Math.ceil((entry.since + WINDOW - now()) / 1000));
    },

    failed(address: string): void {
      const entry = recent(address);
      if (entry) {
        entry.count += 1;
        return;
      }
      addresses.set(address, { count: 1, since: now() });
      const oldest = addresses.keys().next();
      if (addresses.size > MOST_ADDRESSES && !oldest.done) addresses.delete(oldest.value);
    },
  };
}
