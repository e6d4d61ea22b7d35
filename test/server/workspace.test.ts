import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directorySchema } from '../../shared/contract/directory.ts';
import { recordTypeListSchema } from '../../shared/contract/record-types.ts';
import { createdTokenSchema, tokenListSchema } from '../../shared/contract/tokens.ts';
import { builtinRecordTypes } from '../../shared/record-types/builtin.ts';
import { recordTypeSchema } from '../../shared/record-types/record-type.ts';
import { addWorkspace, createTestServer, refusal, type TestServer } from './server.ts';
import { stores } from './stores.ts';

describe.each(stores)('what a workspace has, on $name', ({ create }) => {
  let server: TestServer;
  let stranger: string;
  beforeAll(async () => {
    server = await createTestServer(await create());
    stranger = await addWorkspace(server, 'ws_other');
  });
  afterAll(() => server.close());

  const send = async (method: string, path: string, body: unknown, as = 'admin') =>
    (await server.call(method, path, { as, body })).json();
  const directory = async (as = 'viewer') =>
    directorySchema.parse(await (await server.call('GET', '/v1/directory', { as })).json());

  test('users and teams are added, updated and replaced', async () => {
    const ada = { id: 'u1', name: 'Ada', email: 'ada@example.com' };
    const users = { users: [ada, { id: 'u2', name: 'Old' }, { id: 'u2', name: 'Grace' }] };
    expect(await send('POST', '/v1/directory/users', users)).toEqual({
      added: 2,
      updated: 0,
      removed: 0,
    });
    expect(
      await send('POST', '/v1/directory/users', { users: [{ id: 'u1', name: 'Ada L.' }] }),
    ).toEqual({ added: 0, updated: 1, removed: 0 });
    await send('POST', '/v1/directory/teams', { teams: [{ id: 't1', name: 'Sales' }] });
    expect(await directory()).toEqual({
      users: [
        { id: 'u1', name: 'Ada L.' },
        { id: 'u2', name: 'Grace' },
      ],
      teams: [{ id: 't1', name: 'Sales' }],
    });
    expect(await send('PUT', '/v1/directory/users', { users: [ada] })).toEqual({
      added: 0,
      updated: 1,
      removed: 1,
    });
    expect((await directory()).users).toEqual([ada]);
    const reference = await server.services.directory.reference(server.workspace.id);
    expect(reference).toEqual({ users: new Set(['u1']), teams: new Set(['t1']) });
    expect(await directory(stranger)).toEqual({ users: [], teams: [] });
  });

  test('ten thousand users come in one request', async () => {
    const users = Array.from({ length: 10_000 }, (_, n) => ({ id: `n${n}`, name: `Name ${n}` }));
    expect(await send('POST', '/v1/directory/users', { users })).toMatchObject({ added: 10_000 });
  });

  test('a record type gets versions, and the old ones stay', async () => {
    const product = { name: 'product', fields: [{ name: 'sku' }] };
    const add = async (body: unknown) =>
      recordTypeSchema.parse(await send('POST', '/v1/record-types', body));
    expect((await add(product)).version).toBe(1);
    expect((await add(product)).version).toBe(1);
    expect((await add({ ...product, fields: [{ name: 'sku' }, { name: 'price' }] })).version).toBe(
      2,
    );
    const one = async (query: string) => {
      const response = await server.call('GET', `/v1/record-types/product${query}`, {
        as: 'viewer',
      });
      return response.status === 200
        ? recordTypeSchema.parse(await response.json()).fields.map(({ name }) => name)
        : response.status;
    };
    expect(await one('')).toEqual(['sku', 'price']);
    expect(await one('?version=1')).toEqual(['sku']);
    expect(await one('?version=3')).toBe(404);
    expect(await one('?version=x')).toBe(400);
  });

  test("an organisation's own type stands in for the built-in one, in its workspace only", async () => {
    const builtinField = builtinRecordTypes.find(({ name }) => name === 'contact')?.fields[0]?.name;
    const own = { name: 'contact', fields: [{ name: 'nickname' }] };
    await send('POST', '/v1/record-types', own);
    const namesOf = async (as: string) => {
      const response = await server.call('GET', '/v1/record-types', { as });
      const { recordTypes } = recordTypeListSchema.parse(await response.json());
      const contact = recordTypes.find(({ name }) => name === 'contact');
      return [contact?.version, contact?.fields[0]?.name];
    };
    expect(await namesOf('viewer')).toEqual([2, 'nickname']);
    expect(await namesOf(stranger)).toEqual([1, builtinField]);
    const { recordTypes } = server.services;
    const before = await recordTypes.get(server.workspace.id, 'contact', 1);
    expect(before?.fields[0]?.name).toBe(builtinField);
    expect(await recordTypes.get('ws_other', 'contact', 2)).toBeNull();
  });

  test('a plain Table Schema without a name can be given one', async () => {
    const plain = { fields: [{ name: 'sku', type: 'string', rdfType: 'http://schema.org/sku' }] };
    await send('POST', '/v1/record-types?name=stock', plain);
    const stored = await server.services.recordTypes.get(server.workspace.id, 'stock');
    expect(stored).toEqual({ ...plain, name: 'stock', version: 1 });
  });

  test('what is no Table Schema is refused', async () => {
    const response = await server.call('POST', '/v1/record-types', {
      as: 'admin',
      body: { name: 'bad', fields: [] },
    });
    expect(await refusal(response)).toEqual([400, 'invalid-record-type']);
  });

  test('a token is shown once, listed without itself, and revoked', async () => {
    const created = createdTokenSchema.parse(
      await send('POST', '/v1/tokens', { name: 'Ada’s browser', role: 'importer' }),
    );
    expect(created.secret).toMatch(/^rc_[\w-]{43}$/);
    const listed = await (await server.call('GET', '/v1/tokens', { as: 'admin' })).text();
    expect(listed).not.toContain(created.secret);
    expect(tokenListSchema.parse(JSON.parse(listed)).tokens).toContainEqual(
      expect.objectContaining({ id: created.id, hint: `${created.secret.slice(0, 13)}…` }),
    );
    const stored = await server.database.query<{ row: string }>(
      'SELECT tokens::text AS row FROM tokens',
    );
    expect(JSON.stringify(stored)).not.toContain(created.secret);

    const path = `/v1/tokens/${created.id}`;
    expect(await refusal(await server.call('DELETE', path, { as: stranger }))).toEqual([
      404,
      'unknown-token',
    ]);
    expect((await server.call('GET', '/v1/session', { as: created.secret })).status).toBe(200);
    expect((await server.call('DELETE', path, { as: 'admin' })).status).toBe(200);
    expect((await server.call('GET', '/v1/session', { as: created.secret })).status).toBe(401);
  });

  test('the last use of a token is known to the minute', async () => {
    const made = await server.services.tokens.create(server.workspace.id, {
      name: 'x',
      role: 'viewer',
    });
    const lastUse = async () => {
      const tokens = await server.services.tokens.list(server.workspace.id);
      return tokens.find(({ id }) => id === made.id)?.lastUsedAt;
    };
    expect(await lastUse()).toBeNull();
    await server.call('GET', '/v1/session', { as: made.secret });
    const first = await lastUse();
    expect(first).not.toBeNull();
    await server.call('GET', '/v1/session', { as: made.secret });
    expect(await lastUse()).toBe(first);
  });
});
