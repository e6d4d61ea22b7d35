/** Runs one statement with `$1`-style parameters and answers its rows. */
export interface Queryable {
  query<T>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** The shape that pg-boss takes as its `db` option. */
export interface BossDatabase {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/**
 * The one seam to the database: PGlite in the data folder, or PostgreSQL. Both speak the same SQL,
 * so nothing behind this interface asks which one it is.
 */
export interface Database extends Queryable {
  readonly dialect: 'pglite' | 'postgres';
  /** Everything that `work` does through `tx` lands together or not at all. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Runs a script of several statements, without parameters. */
  exec(sql: string): Promise<void>;
  /** Hears every `NOTIFY` on `channel` until the returned function is called. */
  listen(channel: string, onMessage: (payload: string) => void): Promise<() => Promise<void>>;
  /** What the queue is given so that it shares this database. */
  readonly boss: BossDatabase;
  close(): Promise<void>;
}
