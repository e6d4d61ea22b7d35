import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WatchParts } from '../../../extension/background/watch.ts';
import { createWatcher } from '../../../extension/background/watcher.ts';
import { closeChanges } from '../../../extension/database/changes.ts';
import { setConnection } from '../../../extension/database/connection.ts';
import { database, deleteDatabase } from '../../../extension/database/database.ts';
import type { StoredImport } from '../../../extension/database/schema.ts';
import { installFakeBrowser } from '../browser.ts';
import { connection, endedImport, ORIGIN, serverImport, storedImport } from '../samples.ts';

installFakeBrowser();
const access = { origin: ORIGIN, token: 't', workspaceId: 'w1' };
const running = storedImport({ import: serverImport({ revision: 4 }) });

/** A watcher whose server answers every question with this, and whose WebSocket only listens. */
function watcherOf(body: unknown, status = 200) {
  const asked: string[] = [];
  const watches: (WatchParts & { signal: AbortSignal })[] = [];
  const watcher = createWatcher({
    fetch: async (url) => {
      asked.push(String(url));
      return new Response(JSON.stringify(body), { status });
    },
    watch: (_access, parts, signal) => {
      watches.push({ ...parts, signal });
    },
  });
  return { watcher, asked, watches };
}

async function put(...imports: StoredImport[]): Promise<void> {
  const db = await database();
  for (const stored of imports) await db.put('imports', stored);
}

const stored = async () => (await database()).get('imports', 'local1');

beforeEach(deleteDatabase);
afterEach(closeChanges);

describe('watcher', () => {
  it('does nothing while nothing runs', () => {
    const { watcher, asked, watches } = watcherOf({});
    const ended = storedImport({ import: endedImport(1, 0) });
    const elsewhere = storedImport({ workspaceId: 'w2' });
    expect(watcher.tend([ended, elsewhere], access, true)).toBeNull();
    expect(watcher.tend([running], null, true)).toBeNull();
    expect([asked, watches]).toEqual([[], []]);
  });

  it('listens from the oldest running import on, and asks for each once', async () => {
    await put(running, storedImport({ id: 'b', import: serverImport({ id: 'i2', revision: 9 }) }));
    const { watcher, asked, watches } = watcherOf(endedImport(2, 0, { revision: 20 }));
    expect(watcher.tend([running], access, false)).toBeGreaterThan(Date.now());
    watcher.tend([running], access, false);
    expect(await watches[0]?.since()).toBe(4);
    await vi.waitFor(async () => expect((await stored())?.import?.outcome).toBe('success'));
    expect([asked, watches.length]).toEqual([[`${ORIGIN}/v1/imports/i1`], 1]);
  });

  it('asks again when the alarm says so', () => {
    const { watcher, asked } = watcherOf(serverImport());
    watcher.tend([running], access, false);
    watcher.tend([running], access, true);
    expect(asked).toHaveLength(2);
  });

  it('stops listening when everything has ended, and starts anew with another token', () => {
    const { watcher, watches } = watcherOf(serverImport());
    watcher.tend([running], access, false);
    watcher.tend([running], { ...access, token: 'new' }, false);
    expect(watches.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    watcher.tend([], access, false);
    expect(watches.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });

  it('notes at the connection what is in the way, and that it is gone', async () => {
    await put(running);
    await setConnection(connection);
    const problem = async () => (await (await database()).get('connection', 'current'))?.problem;
    watcherOf({ code: 'unauthorized', message: 'x', requestId: 'r' }, 401).watcher.tend(
      [running],
      access,
      true,
    );
    await vi.waitFor(async () => expect(await problem()).toContain('does not know this token'));
    watcherOf(serverImport()).watcher.tend([running], access, true);
    await vi.waitFor(async () => expect(await problem()).toBeNull());
  });

  it('notes a problem as soon as the line breaks, and clears it with the welcome', async () => {
    await put(running);
    await setConnection(connection);
    const problem = async () => (await (await database()).get('connection', 'current'))?.problem;
    const { watcher, watches } = watcherOf({}, 503);
    watcher.tend([running], access, false);
    await vi.waitFor(async () => expect(await problem()).toContain('does not answer'));
    await watches[0]?.onWelcome?.();
    expect(await problem()).toBeNull();
    watches[0]?.onBreak?.();
    await vi.waitFor(async () => expect(await problem()).toContain('does not answer'));
  });

  it('ends an import that the server no longer has', async () => {
    await put(running);
    const { watcher } = watcherOf({ code: 'not-found', message: 'x', requestId: 'r' }, 404);
    watcher.tend([running], access, true);
    await vi.waitFor(async () => expect((await stored())?.import?.outcome).toBe('failed'));
  });
});
