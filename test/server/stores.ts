import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { openPglite } from '../../server/store/pglite.ts';
import { openPostgres } from '../../server/store/postgres.ts';

/** A database of its own, at the newest schema. */
export interface TestStore {
  database: Database;
  /** For a second connection to the same database; null on PGlite, which has only one. */
  url: string | null;
  /** Closes the database and deletes it. */
  close(): Promise<void>;
}

/** Both databases, for `describe.each(stores)('… on $name', ({ create }) => …)`. */
export const stores: { name: string; create(): Promise<TestStore> }[] = [
  { name: 'PGlite', create: createPglite },
  { name: 'PostgreSQL', create: createPostgres },
];

async function createPglite(): Promise<TestStore> {
  const database = await openPglite(null);
  await migrate(database);
  return { database, url: null, close: () => database.close() };
}

async function createPostgres(): Promise<TestStore> {
  const { url, drop } = await createPostgresDatabase();
  const database = await openPostgres(url);
  await migrate(database);
  return {
    database,
    url,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** An empty database on the PostgreSQL server of the run. */
export async function createPostgresDatabase(): Promise<{
  url: string;
  drop(): Promise<void>;
}> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  return {
    url: `${server}/${name}`,
    drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
