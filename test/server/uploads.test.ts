import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addWorkspace, createTestServer, refusal, type TestServer } from './server.ts';
import { stores } from './stores.ts';

/** Uploads without an import that a workspace may have here. */
const OPEN = 20;
const TUS = { 'Tus-Resumable': '1.0.0' };
const text = 'Last name,E-mail\nLovelace,ada@example.com\nHopper,grace@example.com\n';
const bytes = new TextEncoder().encode(text);

describe.each(stores)('uploads on $name', ({ create }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer(await create(), {
      limits: { fileSize: 1000, openUploads: OPEN },
    });
  });
  afterAll(() => server.close());

  const begin = (size: number, name = 'contacts.csv', as = 'importer') =>
    server.call('POST', '/v1/uploads', {
      as,
      headers: {
        ...TUS,
        'Upload-Length': String(size),
        'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')}`,
      },
    });

  const send = (
    path: string,
    offset: number,
    part: Uint8Array,
    as: string | undefined = 'importer',
  ) =>
    Promise.resolve(
      server.app.request(path, {
        method: 'PATCH',
        headers: {
          ...TUS,
          Authorization: `Bearer ${server.tokens[as as 'importer'] ?? as}`,
          'Upload-Offset': String(offset),
          'Content-Type': 'application/offset+octet-stream',
          'Content-Length': String(part.length),
        },
        body: part.slice(),
      }),
    );

  const offsetOf = async (path: string) => {
    const response = await server.call('HEAD', path, { as: 'importer', headers: TUS });
    return [response.status, response.headers.get('Upload-Offset')];
  };

  /** As if an import had been made of the upload. */
  const submit = (uploadId: string) =>
    server.database.query(
      `INSERT INTO imports (id, workspace_id, request_hash, upload_id, file_name, file_size,
         record_type, record_schema, plan, created_by, revision)
       VALUES (gen_random_uuid(), $1, 'x', $2, 'x.csv', 1, 'contact', '{}', '{}', 'x', 1)`,
      [server.workspace.id, uploadId],
    );

  const pathOf = (response: Response) => response.headers.get('Location') ?? '';
  const idOf = (path: string) => path.split('/').at(-1) ?? '';

  test('a file comes in two parts', async () => {
    const begun = await begin(bytes.length);
    expect(begun.status).toBe(201);
    const path = pathOf(begun);
    expect(path).toMatch(/^\/v1\/uploads\/upl_[a-z2-7]{24}$/);
    expect(await offsetOf(path)).toEqual([200, '0']);

    expect((await send(path, 0, bytes.subarray(0, 20))).status).toBe(204);
    expect(await offsetOf(path)).toEqual([200, '20']);
    const half = await server.services.uploads.open(server.workspace.id, idOf(path));
    expect(half?.complete).toBe(false);

    const last = await send(path, 20, bytes.subarray(20));
    expect([last.status, last.headers.get('Upload-Offset')]).toEqual([204, String(bytes.length)]);
    const whole = await server.services.uploads.open(server.workspace.id, idOf(path));
    expect(whole).toMatchObject({ complete: true, size: bytes.length, fileName: 'contacts.csv' });
    const read = await whole?.source.read(0, 1 << 20);
    expect(new TextDecoder().decode(read)).toBe(text);
    const slice = await whole?.source.read(5, 9);
    expect(new TextDecoder().decode(slice)).toBe('name');
  });

  test('bytes at the wrong place change nothing', async () => {
    const path = pathOf(await begin(bytes.length));
    await send(path, 0, bytes.subarray(0, 20));
    expect(await refusal(await send(path, 5, bytes.subarray(5, 10)))).toEqual([
      409,
      'upload-offset',
    ]);
    expect(await offsetOf(path)).toEqual([200, '20']);
  });

  test('a file over the limit is refused before it is sent', async () => {
    const response = await begin(1001);
    expect(await refusal(response.clone())).toEqual([413, 'file-too-large']);
    expect(((await response.json()) as { message: string }).message).toContain('MB');
  });

  test('more bytes than announced are refused', async () => {
    const path = pathOf(await begin(10));
    expect(await refusal(await send(path, 0, bytes))).toEqual([413, 'upload-too-long']);
  });

  test('an upload without a length, or without the protocol', async () => {
    expect(
      await refusal(await server.call('POST', '/v1/uploads', { as: 'importer', headers: TUS })),
    ).toEqual([400, 'upload-length']);
    expect(
      await refusal(
        await server.call('POST', '/v1/uploads', {
          as: 'importer',
          headers: { 'Upload-Length': '5' },
        }),
      ),
    ).toEqual([412, 'tus-version']);
    expect(await refusal(await server.call('GET', '/v1/uploads', { as: 'importer' }))).toEqual([
      405,
      'method-not-allowed',
    ]);
  });

  test('another workspace sees no such upload', async () => {
    const stranger = await addWorkspace(server, 'ws_other');
    const path = pathOf(await begin(bytes.length));
    expect((await server.call('HEAD', path, { as: stranger, headers: TUS })).status).toBe(404);
    expect(await refusal(await send(path, 0, bytes, stranger))).toEqual([404, 'unknown-upload']);
    expect(
      await refusal(await server.call('DELETE', path, { as: stranger, headers: TUS })),
    ).toEqual([404, 'unknown-upload']);
    expect(await server.services.uploads.open('ws_other', idOf(path))).toBeNull();
    expect(await offsetOf(path)).toEqual([200, '0']);
  });

  test('an unfinished upload can be given up, a finished one is kept for its import', async () => {
    const unfinished = pathOf(await begin(bytes.length));
    const remove = (path: string) => server.call('DELETE', path, { as: 'importer', headers: TUS });
    expect((await remove(unfinished)).status).toBe(204);
    expect(await offsetOf(unfinished)).toEqual([404, null]);
    expect(existsSync(join(server.dataFolder, 'uploads', idOf(unfinished)))).toBe(false);

    const finished = pathOf(await begin(bytes.length));
    await send(finished, 0, bytes);
    expect((await refusal(await remove(finished)))[0]).toBe(400);
    expect(await offsetOf(finished)).toEqual([200, String(bytes.length)]);
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\files\\kontakte.csv', 'kontakte.csv'],
    ['zu\u0000lang\n.csv', 'zulang.csv'],
    ['Müller & Söhne.xlsx', 'Müller & Söhne.xlsx'],
    ['', 'upload'],
  ])('the name %j is kept as %j', async (name, kept) => {
    const path = pathOf(await begin(5, name));
    const upload = await server.services.uploads.find(server.workspace.id, idOf(path));
    expect(upload?.file_name).toBe(kept);
  });

  test('an id that points elsewhere is no upload', async () => {
    for (const id of ['..%2F..%2Fetc%2Fpasswd', '..', 'upl_x.json', '%00']) {
      const response = await server.call('HEAD', `/v1/uploads/${id}`, {
        as: 'importer',
        headers: TUS,
      });
      expect([id, response.status >= 400]).toEqual([id, true]);
    }
  });

  test('uploads that never became an import expire, the others do not', async () => {
    const unfinished = pathOf(await begin(bytes.length));
    const finished = pathOf(await begin(bytes.length));
    const imported = pathOf(await begin(bytes.length));
    for (const path of [finished, imported]) await send(path, 0, bytes);
    await submit(idOf(imported));
    expect(await server.services.uploads.removeAbandoned(new Date(0))).toBe(0);
    const soon = new Date(Date.now() + 60_000);
    expect(await server.services.uploads.removeAbandoned(soon)).toBeGreaterThan(1);
    expect(await offsetOf(unfinished)).toEqual([404, null]);
    expect(await offsetOf(finished)).toEqual([404, null]);
    expect(await offsetOf(imported)).toEqual([200, String(bytes.length)]);
  });

  test('only so many uploads wait without an import, in each workspace of its own', async () => {
    const { workspace, database } = server;
    await database.query('DELETE FROM uploads WHERE workspace_id = $1', [workspace.id]);
    const paths: string[] = [];
    for (let count = 0; count < OPEN; count++) paths.push(pathOf(await begin(bytes.length)));
    const refused = await begin(bytes.length);
    expect(refused.headers.get('Retry-After')).toBe('30');
    expect(await refusal(refused)).toEqual([429, 'too-many-uploads']);
    const neighbour = await addWorkspace(server, 'ws_neighbour');
    expect((await begin(bytes.length, 'a.csv', neighbour)).status).toBe(201);
    // What is under way goes on, and one that is given up or submitted makes way.
    const [first = '', second = ''] = paths;
    expect((await send(first, 0, bytes)).status).toBe(204);
    await server.call('DELETE', second, { as: 'importer', headers: TUS });
    expect((await begin(bytes.length)).status).toBe(201);
    expect((await begin(bytes.length)).status).toBe(429);
    await submit(idOf(first));
    expect((await begin(bytes.length)).status).toBe(201);
    await database.query('DELETE FROM uploads WHERE workspace_id = $1', [workspace.id]);
  });

  test('an upload goes on where the connection broke', async () => {
    const http = serve({ fetch: server.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo;
    const path = pathOf(await begin(bytes.length));
    const broken = httpRequest({
      port,
      path,
      method: 'PATCH',
      headers: {
        ...TUS,
        Authorization: `Bearer ${server.tokens.importer}`,
        'Upload-Offset': '0',
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': String(bytes.length),
      },
    });
    broken.on('error', () => {});
    broken.write(bytes.subarray(0, 30));
    await expect.poll(async () => (await offsetOf(path))[1], { timeout: 5_000 }).toBe('30');
    broken.destroy();
    await expect
      .poll(async () => (await send(path, 30, bytes.subarray(30))).status, { timeout: 10_000 })
      .toBe(204);
    const whole = await server.services.uploads.open(server.workspace.id, idOf(path));
    expect(new TextDecoder().decode(await whole?.source.read(0, 1000))).toBe(text);
    http.close();
  });
});
