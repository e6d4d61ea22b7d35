import type { IDBPDatabase, StoreKey, StoreValue } from 'idb';
import { useEffect, useState } from 'preact/hooks';
import { onChange } from './changes.ts';
import { database } from './database.ts';
import type { RowcheckDatabase, StoreName } from './schema.ts';

type Value<S extends StoreName> = StoreValue<RowcheckDatabase, S>;
type Key<S extends StoreName> = StoreKey<RowcheckDatabase, S>;

/** Reads of the database that remember which stores they touched. */
export interface Reader {
  get<S extends StoreName>(store: S, key: Key<S>): Promise<Value<S> | undefined>;
  getAll<S extends StoreName>(
    store: S,
    range?: Key<S> | IDBKeyRange | null,
    count?: number,
  ): Promise<Value<S>[]>;
  count<S extends StoreName>(store: S, range?: Key<S> | IDBKeyRange | null): Promise<number>;
}

function readerOf(db: IDBPDatabase<RowcheckDatabase>, touched: Set<StoreName>): Reader {
  return {
    get(store, key) {
      touched.add(store);
      return db.get(store, key);
    },
    getAll(store, range, count) {
      touched.add(store);
      return db.getAll(store, range, count);
    },
    count(store, range) {
      touched.add(store);
      return db.count(store, range);
    },
  };
}

/**
 * Runs `query` now and again after every change of a store that it read, in this context or any
 * other. Changes that come while it runs lead to one more run, never to two at a time.
 *
 * @returns a function that ends it
 */
export function watchQuery<T>(
  query: (reader: Reader) => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const touched = new Set<StoreName>();
  let ended = false;
  let running = false;
  let again = false;

  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      try {
        const value = await query(readerOf(await database(), touched));
        if (!ended) onValue(value);
      } catch (error) {
        if (!ended) onError(error);
      }
    } while (again && !ended);
    running = false;
  };

  const stop = onChange((stores) => {
    if (stores.some((store) => touched.has(store))) void run();
  });
  void run();
  return () => {
    ended = true;
    stop();
  };
}

/**
 * What `query` finds in the database, kept up to date. `undefined` until it is first known; when
 * `deps` change the former value stays until the new one is there. A failed query throws in render,
 * for the page's error boundary.
 *
 * @example const imports = useLive((read) => read.getAll('imports'), []);
 */
export function useLive<T>(
  query: (reader: Reader) => Promise<T>,
  deps: readonly unknown[],
): T | undefined {
  const [state, setState] = useState<{ value?: T; error?: unknown }>({});
  useEffect(
    () =>
      watchQuery(
        query,
        (value) => setState({ value }),
        (error) => setState({ error: error ?? new Error('The database could not be read.') }),
      ),
    [...deps],
  );
  if (state.error !== undefined) throw state.error;
  return state.value;
}
