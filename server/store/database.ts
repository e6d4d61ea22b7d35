import type { Db } from 'pg-boss';

export interface Queryable {
  /**
   * Runs one statement with `$1`-style parameters and answers its rows. Arrays are given as arrays
   * (`unnest($1::text[])`), JSON as text (`JSON.stringify`), the two drivers differ in the rest.
   * bigint comes back as number, jsonb parsed, timestamps as Date, numeric and date as text.
   */
  query<T>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** What work inside a transaction is given. */
export interface Transaction extends Queryable {
  /** Runs a script of several statements, without parameters. */
  exec(sql: string): Promise<void>;
}

/**
 * The one seam to the database: PGlite in the data folder, or PostgreSQL. Both speak the same SQL,
 * so nothing behind this interface asks which one it is.
 */
export interface Database extends Queryable {
  readonly dialect: 'pglite' | 'postgres';
  /** Everything that `work` does through `tx` lands together or not at all. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs a script of several statements, without parameters. */
  exec(sql: string): Promise<void>;
  /**
   * Hears every `NOTIFY` on `channel` until the returned function is called. `onReconnect` is told
   * when the connection was broken and is there again: what was said meanwhile is lost.
   */
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    onReconnect?: () => void,
  ): Promise<() => Promise<void>>;
  /** Options for `new PgBoss({ ...database.boss, … })`, so that the queue shares this database. */
  readonly boss: { readonly db: Db; readonly backend: 'pglite' | 'postgres' };
  close(): Promise<void>;
}

/** What a pg-boss call is given as `db` so that a job is sent together with the rest of `tx`. */
export function bossWithin(tx: Queryable): Db {
  return { executeSql: async (text, values) => ({ rows: await tx.query(text, values) }) };
}
