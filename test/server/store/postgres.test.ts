import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate } from '../../../server/store/migrate.ts';
import { openPglite } from '../../../server/store/pglite.ts';
import { DatabaseUnreachable, openPostgres } from '../../../server/store/postgres.ts';
import { createWorkspaceService } from '../../../server/workspaces/service.ts';
import { stores, type TestStore } from '../stores.ts';

let store: TestStore;
beforeEach(async () => {
  const postgres = stores.find(({ name }) => name === 'PostgreSQL');
  if (!postgres) throw new Error('No store');
  store = await postgres.create();
});
afterEach(() => store.close());

const endConnections = (where: string) =>
  store.database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${where}`,
  );

test('a listener hears again after its connection broke, and is told so', async () => {
  const heard: string[] = [];
  let back = () => {};
  const reconnected = new Promise<void>((resolve) => {
    back = resolve;
  });
  await store.database.listen('news', (payload) => heard.push(payload), back);
  await endConnections(`application_name = 'rowcheck listen'`);
  await reconnected;
  await store.database.query(`SELECT pg_notify('news', 'after')`);
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual(['after']);
});

test('a transaction whose connection broke fails, and the next one works', async () => {
  await expect(
    store.database.transaction(async (tx) => {
      const [own] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await endConnections(`pid = ${own?.pid}`);
      await tx.query('SELECT 1');
    }),
  ).rejects.toThrow();
  expect(await store.database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('servers that start together apply each migration once and make one workspace', async () => {
  const { url } = store;
  if (url === null) throw new Error('No address');
  await store.database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const databases = await Promise.all(Array.from({ length: 4 }, () => openPostgres(url)));
  const applied = (await Promise.all(databases.map((one) => migrate(one)))).flat();
  expect(new Set(applied).size).toBe(applied.length);
  expect(applied.length).toBeGreaterThan(1);
  const first = await Promise.all(
    databases.map((database) => createWorkspaceService({ database }).ensureFirst()),
  );
  expect(new Set(first.map(({ workspace }) => workspace.id)).size).toBe(1);
  expect(first.filter(({ firstToken }) => firstToken !== null)).toHaveLength(1);
  for (const database of databases) await database.close();
});

test.each([
  ['nothing answers', /:\d+$/, ':1'],
  ['refuses the user or the password', /postgres:postgres@/, 'postgres:wrong@'],
  ['no database of this name', /$/, '/nowhere'],
])('a database that cannot be used: %s', async (why, part, instead) => {
  const url = inject('postgresUrl').replace(part, instead);
  const error = await openPostgres(url).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DatabaseUnreachable);
  const { message } = error as Error;
  expect(message).toContain('DATABASE_URL');
  expect(message).toContain(why);
  expect(message).not.toMatch(/postgres:\w+@/);
});

test('PGlite says so when a transaction would wait for itself', async () => {
  const database = await openPglite(null);
  await expect(
    database.transaction(async () => {
      await database.query('SELECT 1');
    }),
  ).rejects.toThrow('must go through its `tx`');
  expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await database.close();
});
