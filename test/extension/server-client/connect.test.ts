import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeChanges } from '../../../extension/database/changes.ts';
import { database, deleteDatabase } from '../../../extension/database/database.ts';
import { errorFileHeader, errorFileLine } from '../../../shared/error-file/csv.ts';
import { installFakeBrowser } from '../browser.ts';
import { endedImport, ORIGIN, storedImport } from '../samples.ts';

const browser = installFakeBrowser();
const { currentAccess } = await import('../../../extension/server-client/access.ts');
const { connectedClient, connectTo, disconnectFrom } = await import(
  '../../../extension/server-client/connect.ts'
);
const { errorFile } = await import('../../../extension/server-client/error-file.ts');

/** A server that knows these addresses; every other question finds nobody. */
function serve(answers: Record<string, unknown>): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const answer = answers[url.replace(ORIGIN, '').replace(/\?.*/, '')];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
}

const SERVER = {
  '/v1/session': {
    workspace: { id: 'w1', name: 'Example' },
    token: { id: 't1', name: 'test', role: 'importer' },
    server: { version: '0.1.0', contract: 1 },
  },
  '/v1/directory': { users: [], teams: [{ id: 'team_1', name: 'Sales' }] },
  '/v1/record-types': { recordTypes: [{ name: 'contact', fields: [{ name: 'email' }] }] },
};

beforeEach(async () => {
  await deleteDatabase();
  browser.stored.clear();
  browser.granted = true;
});
afterEach(() => {
  closeChanges();
});

describe('connecting', () => {
  it('keeps the server, its token and what checks need of it', async () => {
    serve(SERVER);
    await connectTo('127.0.0.1:8787', ' secret ');
    const db = await database();
    expect(await db.get('connection', 'current')).toMatchObject({
      origin: ORIGIN,
      workspace: { name: 'Example' },
      problem: null,
    });
    expect((await db.get('references', ORIGIN))?.directory.teams).toHaveLength(1);
    expect(browser.stored.get('token')).toEqual({
      origin: ORIGIN,
      workspaceId: 'w1',
      token: 'secret',
    });
  });

  it('keeps nothing when the server cannot be used', async () => {
    serve({ '/v1/session': '<html>' });
    await expect(connectTo(ORIGIN, 'secret')).rejects.toThrow('not a Rowcheck server');
    expect(await (await database()).count('connection')).toBe(0);
    expect(browser.stored.size).toBe(0);
  });

  it('needs the permission for the address', async () => {
    serve(SERVER);
    browser.granted = false;
    await expect(connectTo(ORIGIN, 'secret')).rejects.toThrow('may not talk to');
  });

  it('stands even if users and teams cannot be fetched, and says so', async () => {
    serve({ '/v1/session': SERVER['/v1/session'] });
    await connectTo(ORIGIN, 'secret');
    const connected = await (await database()).get('connection', 'current');
    expect(connected?.problem).toContain('does not answer');
  });

  it('never gives the token of one server to another, while it takes the place of the first', async () => {
    serve(SERVER);
    await connectTo(ORIGIN, 'secret');
    browser.stored.set('token', { origin: 'https://new.example', workspaceId: 'w1', token: 'new' });
    expect(await currentAccess()).toBeNull();
    expect(await connectedClient()).toBeNull();
  });

  it('is forgotten with its token', async () => {
    serve(SERVER);
    await connectTo(ORIGIN, 'secret');
    await disconnectFrom();
    expect(await (await database()).count('connection')).toBe(0);
    expect(browser.stored.has('token')).toBe(false);
  });
});

describe('error file', () => {
  const record = { row: 14, cells: ['=1+1', 'x', 'too many'], issues: [] };
  const kept = errorFileHeader(['A', 'B', '']) + errorFileLine(record, 3);

  beforeEach(async () => {
    serve(SERVER);
    await connectTo(ORIGIN, 'secret');
    const db = await database();
    const errorRows = { state: 'complete' as const, stored: 1, total: 1, labels: ['A', 'B'] };
    await db.put('imports', storedImport({ import: endedImport(2, 1), errorRows }));
    await db.put('errorRecords', { importId: 'local1', ...record });
  });

  it('comes from the server', async () => {
    serve({ '/v1/imports/i1/error-file': 'of the server' });
    const file = await errorFile('local1');
    expect([file.name, await file.text()]).toEqual(['contacts-errors.csv', 'of the server']);
  });

  it('is written from what is kept here when the server does not answer', async () => {
    serve({});
    const bytes = await (await errorFile('local1')).arrayBuffer();
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(kept);
  });

  it('says what is wrong when there is no complete copy either', async () => {
    serve({});
    const db = await database();
    await db.put('imports', storedImport({ import: endedImport(2, 1) }));
    await expect(errorFile('local1')).rejects.toThrow('does not answer');
  });
});
