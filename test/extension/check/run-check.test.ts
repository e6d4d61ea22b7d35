import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCheck } from '../../../extension/check/run-check.ts';
import { superviseChecks } from '../../../extension/check/supervise.ts';
import { closeChanges } from '../../../extension/database/changes.ts';
import { setConnection, setReference } from '../../../extension/database/connection.ts';
import { database, deleteDatabase } from '../../../extension/database/database.ts';
import {
  addDraft,
  changePlan,
  removeDraft,
  writeCheckNews,
} from '../../../extension/database/drafts.ts';
import type { check as checkFile } from '../../../shared/check/check.ts';
import { installFakeBrowser } from '../browser.ts';
import { connection, report } from '../samples.ts';

installFakeBrowser();
type Check = typeof checkFile;

beforeEach(deleteDatabase);
afterEach(closeChanges);

const add = () => addDraft(new File(['a,b\n1,2\n'], 'contacts.csv'));
const draft = async (id: string) => (await database()).get('drafts', id);

describe('one check', () => {
  it('reads the kept file and writes its report', async () => {
    const id = await add();
    let text = '';
    const check: Check = async (source) => {
      text = new TextDecoder().decode(await source.read(0, source.size));
      return report;
    };
    await runCheck({ draftId: id, revision: 1 }, check);
    expect(text).toBe('a,b\n1,2\n');
    expect(await draft(id)).toMatchObject({ state: 'checked', report, recordType: 'contact' });
  });

  it('is refused with the reason that the engine gives', async () => {
    const id = await add();
    const refusal = { code: 'empty-file', params: {} } as const;
    await runCheck({ draftId: id, revision: 1 }, async () => ({ ...report, refusal }));
    expect(await draft(id)).toMatchObject({ state: 'refused', report: { refusal } });
  });

  it('says so when the engine breaks', async () => {
    const id = await add();
    await runCheck({ draftId: id, revision: 1 }, async () => {
      throw new Error('boom');
    });
    expect((await draft(id))?.problem).toContain('boom');
  });

  it('tells of progress at most four times a second', async () => {
    const id = await add();
    let now = 0;
    const seen: number[] = [];
    const check: Check = async (_source, { onProgress }) => {
      for (let step = 1; step <= 100; step += 1) {
        now += 10;
        onProgress?.({ phase: 'checking', bytesRead: step, size: 100, report });
        const bytesRead = (await draft(id))?.progress?.bytesRead ?? 0;
        if (bytesRead !== seen.at(-1)) seen.push(bytesRead);
      }
      return report;
    };
    await runCheck({ draftId: id, revision: 1 }, check, () => now);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.length).toBeLessThanOrEqual(5);
  });

  it('judges by the users and teams of the connected server', async () => {
    const id = await add();
    await setConnection(connection);
    await setReference(connection, { users: [{ id: 'u1', name: 'U' }], teams: [] }, []);
    const { revision = 0 } = (await draft(id)) ?? {};
    let users: unknown;
    await runCheck({ draftId: id, revision }, async (_source, { reference }) => {
      users = reference?.users;
      return report;
    });
    expect(users).toEqual(new Set(['u1']));
  });

  it('forgets what was said for a record type that is not there any more', async () => {
    const id = await add();
    await changePlan(id, { recordType: 'member', columns: [], headerRow: 3 });
    let used: unknown;
    await runCheck({ draftId: id, revision: 2 }, async (_source, { given }) => {
      used = given;
      return report;
    });
    expect(used).toEqual({ headerRow: 3 });
  });

  it('stops once the plan has changed', async () => {
    const id = await add();
    const check: Check = async (_source, { signal, onProgress }) => {
      await changePlan(id, { recordType: 'deal' });
      onProgress?.({ phase: 'checking', bytesRead: 1, size: 8, report });
      await vi.waitFor(() => expect(signal?.aborted).toBe(true));
      throw signal?.reason;
    };
    let now = 0;
    await runCheck({ draftId: id, revision: 1 }, check, () => (now += 1_000));
    expect(await draft(id)).toMatchObject({ state: 'waiting', revision: 2, problem: null });
  });
});

describe('supervision', () => {
  it('checks a draft in one page only, and hands it on when that page closes', async () => {
    const id = await add();
    const started: string[] = [];
    const page = (name: string, run: (id: string) => Promise<void>) =>
      superviseChecks(async ({ draftId }) => {
        started.push(name);
        await run(draftId);
      });
    const closeFirst = page('first', () => new Promise<void>((_, reject) => closed.then(reject)));
    let close = (): void => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    await vi.waitFor(() => expect(started).toEqual(['first']));
    const closeSecond = page('second', async (draftId) => {
      await writeCheckNews(draftId, 1, { state: 'checked', report });
    });
    await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1));
    expect(started).toEqual(['first']);
    closeFirst();
    close();
    await vi.waitFor(async () => expect((await draft(id))?.state).toBe('checked'));
    expect(started).toEqual(['first', 'second']);
    closeSecond();
  });

  it('starts over with a new plan, and stops for a removed draft', async () => {
    const id = await add();
    const running: { revision: number; signal: AbortSignal }[] = [];
    const stop = superviseChecks(({ revision }, signal) => {
      running.push({ revision, signal });
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    });
    await vi.waitFor(() => expect(running).toHaveLength(1));
    await changePlan(id, { recordType: 'deal' });
    await vi.waitFor(() => expect(running).toHaveLength(2));
    expect(running.map(({ revision, signal }) => [revision, signal.aborted])).toEqual([
      [1, true],
      [2, false],
    ]);
    await removeDraft(id);
    await vi.waitFor(() => expect(running[1]?.signal.aborted).toBe(true));
    stop();
  });
});
