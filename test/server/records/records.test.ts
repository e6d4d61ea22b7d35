import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  lookUpAnswerSchema,
  recordListSchema,
  recordSchema,
} from '../../../shared/contract/records.ts';
import { apiErrorSchema } from '../../../shared/contract/session.ts';
import { addWorkspace, createTestServer, refusal, type TestServer } from '../server.ts';
import { stores } from '../stores.ts';

describe.each(stores)('records on $name', ({ create }) => {
  let server: TestServer;
  let otherToken: string;

  beforeAll(async () => {
    server = await createTestServer(await create());
    otherToken = await addWorkspace(server, 'other');
    await server.services.directory.importUsers(server.workspace.id, [
      { id: 'user_1', name: 'Ada' },
    ]);
  });
  afterAll(() => server.close());

  const add = (values: Record<string, unknown>, as = 'importer', recordType = 'contact') =>
    server.call('POST', '/v1/records', { as, body: { recordType, values } });
  const edit = (id: number, values: Record<string, unknown>, as = 'importer') =>
    server.call('PATCH', `/v1/records/contact/${id}`, { as, body: { values } });
  const added = async (values: Record<string, unknown>, as?: string) =>
    recordSchema.parse(await (await add(values, as)).json());

  it('adds a record whose values are judged as those of a file', async () => {
    const record = await added({
      last_name: '  Nowak ',
      email: 'Eva.Nowak@example.com',
      phone: '+49 30 1234567',
      birth_date: '1990-12-31',
      owner: 'user_1',
    });
    expect(record).toMatchObject({
      recordType: 'contact',
      matchKey: 'eva.nowak@example.com',
      values: {
        last_name: 'Nowak',
        email: 'Eva.Nowak@example.com',
        phone: '+49301234567',
        birth_date: '1990-12-31',
        owner: 'user_1',
      },
      source: null,
    });
    const read = await server.call('GET', `/v1/records/contact/${record.id}`, { as: 'viewer' });
    expect(recordSchema.parse(await read.json())).toEqual(record);
  });

  it('names every field that is wrong', async () => {
    const response = await add({ email: 'nobody', birth_date: '31/12/1990', owner: 'user_9' });
    expect(response.status).toBe(422);
    const { details = [] } = apiErrorSchema.parse(await response.json());
    expect(details.map(({ path }) => path).sort()).toEqual([
      'values.birth_date',
      'values.email',
      'values.last_name',
      'values.owner',
    ]);
    for (const { message } of details) expect(message).not.toMatch(/^Row|undefined/);
  });

  it('refuses fields that do not exist, empty records and taken keys', async () => {
    expect(await refusal(await add({ warp: 9 }))).toEqual([422, 'invalid-record']);
    expect(await refusal(await add({}))).toEqual([422, 'empty-record']);
    expect(await refusal(await add({ last_name: 'X' }, 'importer', 'ship'))).toEqual([
      404,
      'unknown-record-type',
    ]);
    await added({ last_name: 'One', email: 'one@example.com' });
    const again = await add({ last_name: 'Two', email: 'ONE@example.com' });
    expect(await refusal(again)).toEqual([409, 'duplicate-record']);
    expect(await refusal(await add({ last_name: 'X' }, 'viewer'))).toEqual([403, 'forbidden']);
  });

  it('changes some fields, keeps the others and judges the whole', async () => {
    const { id } = await added({ last_name: 'Old', first_name: 'Eva', opt_in: true });
    const record = recordSchema.parse(
      await (await edit(id, { last_name: 'New', first_name: null })).json(),
    );
    expect(record.values).toMatchObject({ last_name: 'New', first_name: null, opt_in: true });
    const wrong = await edit(id, { last_name: null });
    expect(await refusal(wrong)).toEqual([422, 'invalid-record']);
    expect(await refusal(await edit(999_999, { last_name: 'X' }))).toEqual([404, 'unknown-record']);
  });

  it('links a record to the one that it names, and anew when it names another', async () => {
    const company = async (name: string) =>
      recordSchema.parse(await (await add({ name }, 'importer', 'company')).json()).id;
    const changed = async (id: number, values: Record<string, unknown>) =>
      recordSchema.parse(await (await edit(id, values)).json()).links;
    const linkTo = (id: number) => [{ field: 'company', recordType: 'company', id }];
    const [acme, other] = [await company('Acme'), await company('Other Ltd')];

    const { id, links } = await added({ last_name: 'Linked', company: ' ACME ' });
    expect(links).toEqual(linkTo(acme));
    expect(await changed(id, { company: 'other ltd' })).toEqual(linkTo(other));
    expect(await changed(id, { last_name: 'Still linked' })).toEqual(linkTo(other));
    expect(await changed(id, { company: 'Nobody knows it' })).toEqual([]);
    expect(await changed(id, { company: 'Acme' })).toEqual(linkTo(acme));
    expect(await changed(id, { company: null })).toEqual([]);
  });

  it('finds records by key and pages through all of them', async () => {
    await added({ last_name: 'Key', email: 'key@example.com' });
    const find = async (query: string) => {
      const response = await server.call('GET', `/v1/records/contact?${query}`, { as: 'viewer' });
      return recordListSchema.parse(await response.json());
    };
    const { records } = await find('key=%20KEY@example.com');
    expect(records.map(({ values }) => values.last_name)).toEqual(['Key']);
    expect((await find('key=nobody@example.com')).records).toEqual([]);
    expect((await find('key=')).records).toEqual([]);
    const ids: number[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page = await find(`limit=2&after=${after}`);
      ids.push(...page.records.map(({ id }) => id));
      after = page.next;
    }
    const all = (await find('limit=1000')).records.map(({ id }) => id);
    expect(ids).toEqual(all);
    expect(all.length).toBeGreaterThan(2);
  });

  it('says which keys exist, as they were asked for', async () => {
    const { id } = await added({ last_name: 'Look', email: 'look@example.com' });
    const response = await server.call('POST', '/v1/records/lookup', {
      as: 'viewer',
      body: { recordType: 'contact', keys: ['new@example.com', 'Look@Example.com', ''] },
    });
    expect(lookUpAnswerSchema.parse(await response.json())).toEqual({
      existing: [{ key: 'Look@Example.com', id }],
    });
  });

  it('keeps workspaces apart', async () => {
    const { id } = await added({ last_name: 'Mine', email: 'mine@example.com' });
    const one = await server.call('GET', `/v1/records/contact/${id}`, { as: otherToken });
    expect(await refusal(one)).toEqual([404, 'unknown-record']);
    expect(await refusal(await edit(id, { last_name: 'Theirs' }, otherToken))).toEqual([
      404,
      'unknown-record',
    ]);
    const lookUp = await server.call('POST', '/v1/records/lookup', {
      as: otherToken,
      body: { recordType: 'contact', keys: ['mine@example.com'] },
    });
    expect(await lookUp.json()).toEqual({ existing: [] });
    expect((await add({ last_name: 'Theirs', email: 'mine@example.com' }, otherToken)).status).toBe(
      201,
    );
  });
});
