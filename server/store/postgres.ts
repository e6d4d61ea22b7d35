import pg from 'pg';
import type { Database, Transaction } from './database.ts';
import { createListener } from './postgres-listener.ts';
import { parsers } from './values.ts';

const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => {
    const own = format === 'binary' ? undefined : parsers[id];
    return own ?? pg.types.getTypeParser(id, format);
  },
};

/** Thrown when the database does not let us in; its address, which holds a password, stays unsaid. */
export class DatabaseUnreachable extends Error {
  constructor(cause: unknown) {
    super(
      `The database that DATABASE_URL names cannot be used: ${whyOf(cause)}. Check that it runs and that the address, user and password are right.`,
      { cause },
    );
    this.name = 'DatabaseUnreachable';
  }
}

/** Codes of Node and of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
function whyOf(cause: unknown): string {
  const code = (cause as { code?: unknown }).code;
  if (code === 'ECONNREFUSED') return 'nothing answers at its address';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host is not known';
  if (code === 'ETIMEDOUT') return 'it does not answer';
  if (code === '28P01' || code === '28000') return 'it refuses the user or the password';
  if (code === '3D000') return 'it has no database of this name';
  if (code === '53300') return 'it has no connection to spare';
  return 'connecting failed';
}

/**
 * A PostgreSQL server, through a pool of connections.
 *
 * @throws DatabaseUnreachable
 */
export async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    types,
    application_name: 'rowcheck',
  });
  // An idle connection that breaks is replaced by the next query; unheard it would end the process.
  pool.on('error', () => {});
  const listener = createListener({ connectionString, application_name: 'rowcheck listen' });
  try {
    await pool.query('SELECT 1');
  } catch (cause) {
    await pool.end();
    throw new DatabaseUnreachable(cause);
  }
  return {
    dialect: 'postgres',
    async query<T>(sql: string, params: readonly unknown[] = []) {
      return (await pool.query(sql, [...params])).rows as T[];
    },
    async exec(sql) {
      await pool.query(sql);
    },
    transaction: (work) => transact(pool, work),
    listen: listener.listen,
    boss: {
      backend: 'postgres',
      db: {
        executeSql: (text, values) => pool.query(text, values),
        listen: async (channel, onMessage, onReconnect) => {
          const close = await listener.listen(channel, onMessage, onReconnect);
          onReconnect();
          return { close };
        },
      },
    },
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

async function transact<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // The pool takes its own listener off a client that it hands out.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work({
      query: async <R>(sql: string, params: readonly unknown[] = []) =>
        (await client.query(sql, [...params])).rows as R[],
      exec: async (sql: string) => {
        await client.query(sql);
      },
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollback: Error) => {
      broken ??= rollback;
    });
    throw error;
  } finally {
    client.removeListener('error', onError);
    client.release(broken);
  }
}
