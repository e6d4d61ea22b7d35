/** The least time over which a pace says anything. */
const SETTLED = 1500;

/**
 * Guesses how long something will still take from how far it came since it was first looked at. The
 * clocks of this machine and the server may differ, so only this one's is used.
 */
export function createPace() {
  const starts = new Map<string, { time: number; done: number }>();
  return {
    /** @returns milliseconds still to pass; null while that cannot be told */
    left(id: string, done: number, total: number | null, now: number): number | null {
      const start = starts.get(id);
      if (!start || done < start.done) {
        starts.set(id, { time: now, done });
        return null;
      }
      const passed = now - start.time;
      const gained = done - start.done;
      if (total === null || passed < SETTLED || gained <= 0) return null;
      return (Math.max(0, total - done) / gained) * passed;
    },
  };
}
