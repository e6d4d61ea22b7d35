import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeChanges } from '../../../extension/database/changes.ts';
import {
  removeConnection,
  setConnection,
  setReference,
} from '../../../extension/database/connection.ts';
import { database, deleteDatabase } from '../../../extension/database/database.ts';
import { addDraft, removeDraft, writeCheckNews } from '../../../extension/database/drafts.ts';
import { takeBack } from '../../../extension/database/imports.ts';
import { submit } from '../../../extension/database/submit.ts';
import { connection, report, storedImport } from '../samples.ts';

async function checkedDraft(): Promise<string> {
  const id = await addDraft(new File(['a\n1\n'], 'contacts.csv'));
  await writeCheckNews(id, 1, { state: 'checked', report });
  return id;
}

beforeEach(async () => {
  await deleteDatabase();
  await setConnection(connection);
});
afterEach(closeChanges);

describe('submit', () => {
  it('makes one import of two clicks', async () => {
    const id = await checkedDraft();
    const [first, second] = await Promise.all([submit(id, 'all'), submit(id, 'all')]);
    expect(second).toBe(first);
    expect(await (await database()).count('imports')).toBe(1);
  });

  it('reports bad rows, or leaves them out, as the person chose', async () => {
    const db = await database();
    const all = await db.get('imports', await submit(await checkedDraft(), 'all'));
    const ready = await db.get('imports', await submit(await checkedDraft(), 'ready'));
    expect([all?.plan.badRows, all?.prediction?.error]).toEqual(['report', 2]);
    expect([ready?.plan.badRows, ready?.prediction?.error]).toEqual(['exclude', 0]);
  });

  it('refuses without a server, and while the check runs', async () => {
    const waiting = await addDraft(new File(['a'], 'a.csv'));
    await expect(submit(waiting, 'all')).rejects.toThrow('still being checked');
    await removeConnection();
    await expect(submit(waiting, 'all')).rejects.toThrow('Connect to a server');
  });

  it('keeps the bytes of a submitted draft that is removed', async () => {
    const id = await checkedDraft();
    await submit(id, 'all');
    await removeDraft(id);
    expect(await (await database()).count('files')).toBe(1);
  });

  it('becomes a draft again when it is taken back before the server has it', async () => {
    const id = await checkedDraft();
    const importId = await submit(id, 'all');
    expect(await takeBack(importId)).toBe(true);
    const db = await database();
    expect(await db.count('imports')).toBe(0);
    expect((await db.get('drafts', id))?.submittedAs).toBeNull();
    expect(await submit(id, 'all')).not.toBe(importId);
  });
});

describe('connection', () => {
  it('queues stuck uploads again when the same workspace is connected anew', async () => {
    const db = await database();
    const failed = { ...storedImport().upload, state: 'failed' as const, problem: 'x' };
    await db.put('imports', storedImport({ id: 'mine', import: null, upload: failed }));
    await db.put(
      'imports',
      storedImport({ id: 'other', workspaceId: 'w2', import: null, upload: failed }),
    );
    await setConnection(connection);
    const states = (await db.getAll('imports')).map(({ id, upload }) => [id, upload.state]);
    expect(states).toEqual([
      ['mine', 'queued'],
      ['other', 'failed'],
    ]);
  });

  it('has drafts checked anew when users, teams or record types changed', async () => {
    const id = await checkedDraft();
    const db = await database();
    const state = async () => (await db.get('drafts', id))?.state;
    await setReference(connection, { users: [], teams: [] }, []);
    expect(await state()).toBe('waiting');
    await writeCheckNews(id, 2, { state: 'checked', report });
    await setReference(connection, { users: [], teams: [] }, []);
    expect(await state()).toBe('checked');
    await setReference(connection, { users: [], teams: [{ id: 't', name: 'T' }] }, []);
    expect(await state()).toBe('waiting');
  });

  it('has drafts checked anew by the users and teams of another workspace', async () => {
    const id = await checkedDraft();
    const db = await database();
    await setConnection({ ...connection, tokenName: 'another' });
    expect((await db.get('drafts', id))?.state).toBe('checked');
    await setConnection({ ...connection, workspace: { id: 'w2', name: 'Other' } });
    expect((await db.get('drafts', id))?.state).toBe('waiting');
  });
});
