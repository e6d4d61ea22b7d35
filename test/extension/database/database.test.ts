import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeChanges, onChange } from '../../../extension/database/changes.ts';
import { DATABASE_NAME, database, deleteDatabase } from '../../../extension/database/database.ts';
import {
  addDraft,
  changePlan,
  removeDraft,
  writeCheckNews,
} from '../../../extension/database/drafts.ts';
import { watchQuery } from '../../../extension/database/live.ts';
import type { StoreName } from '../../../extension/database/schema.ts';
import { write } from '../../../extension/database/write.ts';
import { connection, report } from '../samples.ts';
import { within } from '../within.ts';

const file = () => new File(['a,b\n1,2\n'], 'contacts.csv');

beforeEach(deleteDatabase);
afterEach(closeChanges);

describe('database', () => {
  it('keeps a file as a draft that waits for its check', async () => {
    const id = await addDraft(file());
    const db = await database();
    expect(await db.get('drafts', id)).toMatchObject({
      state: 'waiting',
      fileSize: 8,
      revision: 1,
    });
    expect((await db.get('files', id))?.blob.size).toBe(8);
  });

  it('lets a newer version upgrade, and opens again after it', async () => {
    await addDraft(file());
    const newer = await within('the upgrade', openDB(DATABASE_NAME, 99));
    newer.close();
    await expect(database()).rejects.toThrow(/version/i);
  });

  it('undoes everything when a write throws, and announces nothing', async () => {
    const heard: (readonly StoreName[])[] = [];
    onChange((stores) => heard.push(stores));
    const failing = write(['connection'], async (tx) => {
      await tx.objectStore('connection').put({ ...connection, id: 'current' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await (await database()).count('connection')).toBe(0);
    expect(heard).toEqual([]);
  });

  it('says in words that the disk is full', async () => {
    const failing = write(['drafts'], async () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(failing).rejects.toThrow('not enough room');
  });
});

describe('drafts', () => {
  it('ignores what a check of an older plan found', async () => {
    const id = await addDraft(file());
    await changePlan(id, { recordType: 'company' });
    expect(await writeCheckNews(id, 1, { state: 'checked', report })).toBe(false);
    expect(await writeCheckNews(id, 2, { state: 'checked', report })).toBe(true);
    expect(await (await database()).get('drafts', id)).toMatchObject({
      state: 'checked',
      recordType: 'contact',
      given: { recordType: 'company' },
    });
  });

  it('forgets the bytes together with the draft', async () => {
    const id = await addDraft(file());
    await removeDraft(id);
    expect(await (await database()).count('files')).toBe(0);
  });
});

describe('watchQuery', () => {
  /** Collects what a query finds and lets a test wait for the n-th value. */
  function collect<T>() {
    const values: T[] = [];
    const waiting: { count: number; done: () => void }[] = [];
    return {
      values,
      add: (value: T) => {
        values.push(value);
        for (const one of waiting) if (values.length >= one.count) one.done();
      },
      count: (count: number) =>
        within(
          `value ${count}`,
          new Promise<void>((done) => {
            if (values.length >= count) done();
            else waiting.push({ count, done });
          }),
        ),
    };
  }

  it('runs again after a change of a store that it read, and only then', async () => {
    const found = collect<number>();
    const stop = watchQuery((read) => read.count('drafts'), found.add, found.add as () => void);
    await found.count(1);
    await write(['references'], async () => true);
    await addDraft(file());
    await found.count(2);
    expect(found.values).toEqual([0, 1]);
    stop();
  });

  it('hears of changes in other contexts', async () => {
    const found = collect<number>();
    const stop = watchQuery((read) => read.count('connection'), found.add, found.add as () => void);
    await found.count(1);
    await (await database()).put('connection', { ...connection, id: 'current' });
    const elsewhere = new BroadcastChannel('rowcheck-changes');
    elsewhere.postMessage(['connection']);
    await found.count(2);
    expect(found.values).toEqual([0, 1]);
    elsewhere.close();
    stop();
  });
});
