import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../../server/store/migrate.ts';
import { stores, type TestStore } from '../stores.ts';

describe.each(stores)('the database on $name', ({ create }) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await create();
    await store.database.exec('CREATE TABLE notes (id integer PRIMARY KEY, text text)');
  });
  afterAll(() => store.close());

  test('applies every migration once', async () => {
    expect(await migrate(store.database)).toEqual([]);
    const rows = await store.database.query<{ name: string }>(
      'SELECT name FROM migrations ORDER BY name',
    );
    expect(rows[0]?.name).toBe('0001_workspaces.sql');
  });

  test('reads values the same way on both', async () => {
    const rows = await store.database.query(
      `SELECT count(*) AS count, 1.50::numeric AS price, DATE '2026-06-26' AS day,
              '{"a":[1]}'::jsonb AS json, TIMESTAMPTZ '2026-06-26T10:00:00Z' AS at,
              $1::text[] AS list, $2::jsonb AS given
         FROM notes`,
      [['a', 'b,"c'], JSON.stringify([1, 'x'])],
    );
    expect(rows).toEqual([
      {
        count: 0,
        price: '1.50',
        day: '2026-06-26',
        json: { a: [1] },
        at: new Date('2026-06-26T10:00:00Z'),
        list: ['a', 'b,"c'],
        given: [1, 'x'],
      },
    ]);
  });

  test('a transaction that throws leaves nothing, and the next statement works', async () => {
    await expect(
      store.database.transaction(async (tx) => {
        await tx.query('INSERT INTO notes VALUES (1, $1)', ['lost']);
        await tx.query('SELECT no_such_column');
      }),
    ).rejects.toThrow('no_such_column');
    expect(await store.database.query('SELECT id FROM notes')).toEqual([]);
  });

  test('nobody sees a transaction before it lands', async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const reading = begun.then(() => store.database.query('SELECT id FROM notes'));
    await store.database.transaction(async (tx) => {
      await tx.query('INSERT INTO notes VALUES (2, $1)', ['first']);
      begin();
      await tx.query('SELECT 1');
      await tx.query('INSERT INTO notes VALUES (3, $1)', ['second']);
    });
    // PGlite makes the reader wait, PostgreSQL shows it the state before: never half of it.
    expect([0, 2]).toContain((await reading).length);
    await store.database.query('DELETE FROM notes');
  });

  test('transactions started together all land', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store.database.transaction(async (tx) => {
          await tx.query('INSERT INTO notes VALUES ($1, $2)', [100 + index, 'x']);
          await tx.query('UPDATE notes SET text = $2 WHERE id = $1', [100 + index, 'y']);
        }),
      ),
    );
    const [row] = await store.database.query<{ count: number }>(
      `SELECT count(*) AS count FROM notes WHERE text = 'y'`,
    );
    expect(row?.count).toBe(20);
    await store.database.query('DELETE FROM notes');
  });

  test('hears notifications until it stops listening', async () => {
    const heard: string[] = [];
    let resolve = () => {};
    const arrived = new Promise<void>((done) => {
      resolve = done;
    });
    const stop = await store.database.listen('Watch me', (payload) => {
      heard.push(payload);
      if (payload === 'two') resolve();
    });
    await store.database.query(`SELECT pg_notify('Watch me', 'one')`);
    await store.database.transaction(async (tx) => {
      await tx.query(`SELECT pg_notify('Watch me', 'two')`);
    });
    await arrived;
    await stop();
    await store.database.query(`SELECT pg_notify('Watch me', 'three')`);
    await store.database.query('SELECT 1');
    expect(heard).toEqual(['one', 'two']);
  });
});
