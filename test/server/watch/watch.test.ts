import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Listening, listen } from '../../../server/http/listen.ts';
import { createImportService } from '../../../server/imports/service.ts';
import { openPostgres } from '../../../server/store/postgres.ts';
import { createWebSocketServer } from '../../../server/watch/routes.ts';
import { type Import, importSchema } from '../../../shared/contract/imports.ts';
import { contactFile, contacts, request, upload } from '../imports/files.ts';
import { addWorkspace, createTestServer, type TestServer } from '../server.ts';
import { stores, type TestStore } from '../stores.ts';
import { changesOf, openWatcher } from './watcher.ts';

describe.each(stores)('watch on $name', ({ name, create }) => {
  let store: TestStore;
  let server: TestServer;
  let http: Listening;
  let watchers: ReturnType<typeof openWatcher>[];

  beforeEach(async () => {
    store = await create();
    server = await createTestServer(store);
    watchers = [];
    http = await listen({
      fetch: server.app.fetch,
      webSockets: createWebSocketServer(),
      host: '127.0.0.1',
      port: 0,
    });
  });
  afterEach(async () => {
    for (const watcher of watchers) watcher.close();
    await http.close();
    await server.close();
  });

  const open = async () => {
    const watcher = openWatcher(http.url);
    watchers.push(watcher);
    await watcher.opened();
    return watcher;
  };

  const watch = async (since: number | null, token = server.tokens.viewer) => {
    const watcher = await open();
    watcher.send({ type: 'hello', token, since });
    return watcher;
  };

  const submit = async (fileName: string, as = 'importer'): Promise<Import> => {
    const workspaceId = as === 'importer' ? server.workspace.id : 'other';
    const uploadId = await upload(server, workspaceId, contactFile(contacts(1)), fileName);
    const body = request(uploadId, { fileName });
    return importSchema.parse(
      await (await server.call('POST', '/v1/imports', { as, body })).json(),
    );
  };

  it('tells a change as it happens, after a welcome', async () => {
    const watcher = await watch(null);
    await watcher.message('a welcome', ({ type }) => type === 'welcome');
    const created = await submit('a.csv');
    await watcher.message('the import', ({ type }) => type === 'import');
    expect(watcher.heard).toEqual([
      { type: 'welcome', revision: 0 },
      { type: 'import', import: created },
    ]);
  });

  it('delivers what was missed in order, each import once as it now is, then what is new', async () => {
    const first = await submit('first.csv');
    await submit('second.csv');
    await submit('third.csv');
    await server.call('POST', `/v1/imports/${first.id}/cancel`, { as: 'importer' });
    const watcher = await watch(first.revision);
    await watcher.message(
      'revision 4',
      (one) => one.type === 'import' && one.import.revision === 4,
    );
    await submit('fourth.csv');
    await watcher.message(
      'revision 5',
      (one) => one.type === 'import' && one.import.revision === 5,
    );
    expect(watcher.heard[0]).toEqual({ type: 'welcome', revision: 4 });
    expect(changesOf(watcher.heard)).toEqual([
      ['second.csv', 2],
      ['third.csv', 3],
      ['first.csv', 4],
      ['fourth.csv', 5],
    ]);
  });

  it('delivers nothing old to whoever has seen it all, nor to a revision from the future', async () => {
    await submit('old.csv');
    const watchers = [await watch(1), await watch(99), await watch(null)];
    for (const watcher of watchers) {
      await watcher.message('a welcome', ({ type }) => type === 'welcome');
    }
    await submit('new.csv');
    for (const watcher of watchers) {
      await watcher.message('the import', ({ type }) => type === 'import');
      expect(changesOf(watcher.heard)).toEqual([['new.csv', 2]]);
    }
  });

  it('keeps workspaces apart', async () => {
    const otherToken = await addWorkspace(server, 'other');
    const mine = await watch(null);
    const others = await watch(null, otherToken);
    await mine.message('a welcome', ({ type }) => type === 'welcome');
    await others.message('a welcome', ({ type }) => type === 'welcome');
    await submit('others.csv', otherToken);
    await submit('mine.csv');
    await mine.message('mine', ({ type }) => type === 'import');
    await others.message('theirs', ({ type }) => type === 'import');
    expect(changesOf(mine.heard)).toEqual([['mine.csv', 1]]);
    expect(changesOf(others.heard)).toEqual([['others.csv', 1]]);
  });

  it('closes when a change cannot be read, and tells it to whoever connects again', async () => {
    const watcher = await watch(null);
    await watcher.message('a welcome', ({ type }) => type === 'welcome');
    const { revision } = await submit('heard.csv');
    await watcher.message('the first import', ({ type }) => type === 'import');
    const { query } = store.database;
    const reading = vi.spyOn(store.database, 'query').mockImplementation((sql, params) => {
      if (sql.includes('revision > $2')) throw new Error('out of order');
      return query(sql, params);
    });
    await submit('missed.csv');
    expect(await watcher.closed()).toEqual({ code: 1011, reason: 'internal' });
    reading.mockRestore();
    const again = await watch(revision);
    await again.message('the missed import', ({ type }) => type === 'import');
    expect(changesOf(again.heard)).toEqual([['missed.csv', revision + 1]]);
  });

  it('closes on a wrong token and says why', async () => {
    const watcher = await watch(null, 'rc_wrong');
    expect(await watcher.closed()).toEqual({ code: 4401, reason: 'invalid-token' });
    expect(watcher.heard).toEqual([
      { type: 'error', code: 'invalid-token', message: expect.stringContaining('token') },
    ]);
  });

  it.each([
    ['something that is no message', 'hi'],
    ['a ping before the hello', JSON.stringify({ type: 'ping' })],
  ])('closes on %s', async (_what, text) => {
    const watcher = await open();
    watcher.send(text);
    expect(await watcher.closed()).toEqual({ code: 4400, reason: 'invalid-message' });
  });

  it('answers a ping', async () => {
    const watcher = await watch(null);
    watcher.send({ type: 'ping' });
    await watcher.message('a pong', ({ type }) => type === 'pong');
  });

  it('answers a plain request with the way out', async () => {
    const response = await server.call('GET', '/v1/watch');
    expect(response.status).toBe(426);
    expect(await response.json()).toMatchObject({ code: 'upgrade-required' });
  });

  // Only one process has a PGlite.
  if (name === 'PGlite') return;

  it('hears of changes that another process makes', async () => {
    const watcher = await watch(null);
    await watcher.message('a welcome', ({ type }) => type === 'welcome');
    const database = await openPostgres(store.url ?? '');
    try {
      const imports = createImportService({
        ...server.services,
        database,
        queue: { send: async () => {} },
        limits: { waitingImports: 100 },
      });
      const uploadId = await upload(server, server.workspace.id, contactFile(contacts(1)));
      const submitter = { workspaceId: server.workspace.id, tokenName: 'elsewhere' };
      await imports.create(submitter, request(uploadId, { fileName: 'elsewhere.csv' }), null);
      await watcher.message('the import', ({ type }) => type === 'import');
      expect(changesOf(watcher.heard)).toEqual([['elsewhere.csv', 1]]);
    } finally {
      await database.close();
    }
  });
});
