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

/** A PostgreSQL server, through a pool of connections. */
export async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString, max: 10, types, application_name: 'rowcheck' });
  // An idle connection that breaks is replaced by the next query; unheard it would end the process.
  pool.on('error', () => {});
  const listener = createListener({ connectionString, application_name: 'rowcheck listen' });
  try {
    await pool.query('SELECT 1');
  } catch (cause) {
    await pool.end();
    throw new Error('Could not reach the database that DATABASE_URL names', { cause });
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
