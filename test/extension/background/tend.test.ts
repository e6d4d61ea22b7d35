import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyErrorRows } from '../../../extension/background/error-rows.ts';
import { takeGone, takeNews } from '../../../extension/background/follow.ts';
import { closeChanges } from '../../../extension/database/changes.ts';
import { setConnection } from '../../../extension/database/connection.ts';
import { database, deleteDatabase } from '../../../extension/database/database.ts';
import type { StoredImport } from '../../../extension/database/schema.ts';
import { ServerProblem } from '../../../extension/server-client/problem.ts';
import { installFakeBrowser } from '../browser.ts';
import { connection, endedImport, ORIGIN, serverImport, storedImport } from '../samples.ts';

const browser = installFakeBrowser();
const { createTender } = await import('../../../extension/background/tend.ts');

beforeEach(async () => {
  await deleteDatabase();
  browser.notifications.length = 0;
  browser.alarms.clear();
  browser.stored.clear();
});
afterEach(closeChanges);

async function put(...imports: StoredImport[]): Promise<void> {
  const db = await database();
  for (const stored of imports) await db.put('imports', stored);
}
const stored = async (id = 'local1') => (await database()).get('imports', id);

describe('news of an import', () => {
  it('is taken over once, and never goes back', async () => {
    await put(storedImport());
    await (await database()).put('files', { id: 'd1', blob: new Blob(['x']) });
    expect(await takeNews(endedImport(5, 1, { revision: 4 }))).toBe(true);
    expect(await takeNews(serverImport({ status: 'Processing', revision: 3 }))).toBe(false);
    expect(await stored()).toMatchObject({
      import: { outcome: 'partial' },
      errorRows: { total: 1 },
    });
    expect(await (await database()).count('files')).toBe(0);
  });

  it('is told when a cancel came too late, and not when it came in time', async () => {
    const asked = { seen: true, announced: true };
    const reason = { code: 'cancelled', message: 'It was cancelled.' };
    await put(storedImport(asked));
    await takeNews(endedImport(5, 0, { status: 'Failed', outcome: 'failed', reason, revision: 4 }));
    expect(await stored()).toMatchObject(asked);
    await put(storedImport(asked));
    await takeNews(endedImport(5, 0, { revision: 4 }));
    expect(await stored()).toMatchObject({ seen: false, announced: false });
  });

  it('of somebody else is left alone', async () => {
    await put(storedImport());
    expect(await takeNews(endedImport(5, 0, { id: 'other' }))).toBe(false);
  });

  it('ends an import that the server no longer has', async () => {
    await put(storedImport());
    await takeGone('local1');
    expect((await stored())?.import).toMatchObject({ status: 'Failed', outcome: 'failed' });
  });
});

describe('tending', () => {
  it('announces each end once and counts it on the badge', async () => {
    await put(storedImport({ import: endedImport(3, 0) }));
    await createTender()();
    await createTender()();
    expect(browser.notifications).toEqual([
      { id: 'import:local1', message: 'contacts.csv: all 3 rows imported.' },
    ]);
    expect(browser.badge.text).toBe('1');
    expect(browser.alarms.size).toBe(0);
  });

  it('stays silent when notifications are switched off, or the person has seen it', async () => {
    browser.stored.set('notifications', false);
    await put(storedImport({ import: endedImport(3, 0) }));
    await createTender()();
    browser.stored.set('notifications', true);
    await put(storedImport({ id: 'local2', seen: true, import: endedImport(3, 0) }));
    await createTender()();
    expect(browser.notifications).toEqual([]);
  });

  it('sets an alarm only while something is pending', async () => {
    await setConnection(connection);
    browser.stored.set('token', {
      origin: ORIGIN,
      workspaceId: connection.workspace.id,
      token: 't',
    });
    const retrying = {
      ...storedImport().upload,
      state: 'retrying' as const,
      retryAt: Date.now() + 60_000,
    };
    await put(storedImport({ import: null, upload: retrying }));
    await createTender()();
    expect(browser.alarms.get('tend')).toBeGreaterThanOrEqual(retrying.retryAt);
    await (await database()).clear('imports');
    await createTender()();
    expect(browser.alarms.size).toBe(0);
  });

  it('looks again when a look failed', async () => {
    const { action } = chrome as unknown as { action: { setBadgeText(): Promise<void> } };
    vi.spyOn(action, 'setBadgeText').mockRejectedValueOnce(new Error('no toolbar'));
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    await put(storedImport({ import: endedImport(3, 0) }));
    const tend = createTender();
    await tend();
    expect(browser.alarms.has('tend')).toBe(true);
    expect(said).toHaveBeenCalledOnce();
    await tend();
    expect(browser.notifications).toHaveLength(1);
    expect(browser.alarms.size).toBe(0);
  });

  it('sets aside what cannot be sent because no server is connected', async () => {
    const queued = { ...storedImport().upload, state: 'queued' as const };
    await put(storedImport({ import: null, upload: queued }));
    await createTender()();
    await vi.waitFor(async () => expect((await stored())?.upload.state).toBe('failed'));
    expect((await stored())?.upload.problem).toContain(`not connected to ${ORIGIN} any more`);
  });
});

describe('copy of the error records', () => {
  const page = (rows: number[], next: number | null) => ({
    labels: ['E-mail'],
    records: rows.map((row) => ({ row, cells: [`c${row}`], issues: [] })),
    total: 3,
    next,
  });
  const ended = storedImport({ import: endedImport(9, 3) });
  type Client = Parameters<typeof copyErrorRows>[1];
  const signal = new AbortController().signal;

  it('goes on after the last row that it has', async () => {
    await put(ended);
    const errors = vi
      .fn()
      .mockResolvedValueOnce(page([2, 5], 5))
      .mockRejectedValueOnce(new ServerProblem('unreachable', 'away'))
      .mockResolvedValueOnce(page([8], null));
    const client = { errors } as unknown as Client;
    await expect(copyErrorRows(ended, client, signal)).rejects.toThrow('away');
    expect((await stored())?.errorRows).toMatchObject({ state: 'loading', stored: 2, total: 3 });
    await copyErrorRows(ended, client, signal);
    expect(errors.mock.calls.map(([, after]) => after)).toEqual([0, 5, 5]);
    expect((await stored())?.errorRows).toMatchObject({ state: 'complete', stored: 3 });
    expect(await (await database()).count('errorRecords')).toBe(3);
  });

  it('is given up when the server says no', async () => {
    await put(ended);
    const errors = vi.fn().mockRejectedValue(new ServerProblem('forbidden', 'no'));
    await copyErrorRows(ended, { errors } as unknown as Client, signal);
    expect((await stored())?.errorRows.state).toBe('failed');
  });
});
