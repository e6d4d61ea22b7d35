export type End = () => Promise<void> | void;

export type Closing = ReturnType<typeof createClosing>;

/** What was opened and is to be closed again, the last one first. */
export function createClosing() {
  const ends: End[] = [];
  return {
    add(end: End): void {
      ends.push(end);
    },

    /**
     * Closes everything once, also what comes after something that would not close.
     *
     * @throws what would not close; an AggregateError when that is more than one
     */
    async close(): Promise<void> {
      const failures: unknown[] = [];
      for (const end of ends.splice(0).reverse()) {
        try {
          await end();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 1) throw new AggregateError(failures, 'Not everything could be closed');
      if (failures.length === 1) throw failures[0];
    },
  };
}
