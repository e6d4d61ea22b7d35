import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from '../../server/config.ts';
import { silent } from '../../server/http/log.ts';
import { type RunningServer, startServer } from '../../server/serve.ts';
import { memorySource } from '../../shared/bytes/source.ts';
import { check } from '../../shared/check/check.ts';
import { errorPageSchema, type Import, importSchema } from '../../shared/contract/imports.ts';
import { watchServerMessageSchema } from '../../shared/contract/watch.ts';
import { builtinRecordTypes } from '../../shared/record-types/builtin.ts';
import { createPostgresDatabase } from './stores.ts';

const file = new TextEncoder().encode(
  [
    'Last name,E-mail,Team',
    'Lovelace,ada@example.com,team_1',
    'Hopper,grace@example,team_1',
    'Hamilton,margaret@example.com,team_9',
    'Liskov,barbara@example.com,team_1',
    '',
  ].join('\r\n'),
);

const databases: [string, () => Promise<{ url: string | null; drop(): Promise<void> }>][] = [
  ['PGlite', async () => ({ url: null, drop: async () => {} })],
  ['PostgreSQL', createPostgresDatabase],
];

describe.each(databases)('the main job over the network on %s', (_name, create) => {
  let dataFolder: string;
  let drop: () => Promise<void>;
  let server: RunningServer;
  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'rowcheck-main-'));
    const created = await create();
    drop = created.drop;
    const config = readConfig({}, { dataFolder, port: 0, databaseUrl: created.url });
    server = await startServer(config, { log: silent });
    await call('POST', '/v1/directory/teams', { teams: [{ id: 'team_1', name: 'Sales' }] });
  });
  afterAll(async () => {
    await server.close();
    await drop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  const authorization = () => ({ Authorization: `Bearer ${server.firstToken}` });
  const call = async (method: string, path: string, body?: unknown) =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { ...authorization(), 'Content-Type': 'application/json', 'Idempotency-Key': 'k1' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  const upload = async (): Promise<string> => {
    const tus = { ...authorization(), 'Tus-Resumable': '1.0.0' };
    const begun = await fetch(`${server.url}/v1/uploads`, {
      method: 'POST',
      headers: { ...tus, 'Upload-Length': String(file.length) },
    });
    const address = new URL(begun.headers.get('Location') ?? '', `${server.url}`);
    const sent = await fetch(address, {
      method: 'PATCH',
      headers: {
        ...tus,
        'Upload-Offset': '0',
        'Content-Type': 'application/offset+octet-stream',
      },
      body: file,
    });
    expect(sent.status).toBe(204);
    return address.pathname.split('/').at(-1) ?? '';
  };

  /** Collects what `watch` says of imports until one has ended. */
  const watchUntilEnded = () => {
    const socket = new WebSocket(`${server.url?.replace('http', 'ws')}/v1/watch`, {
      origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    });
    const seen: Import[] = [];
    let welcome = () => {};
    const welcomed = new Promise<void>((resolve) => {
      welcome = resolve;
    });
    const ended = new Promise<Import[]>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('open', () =>
        socket.send(JSON.stringify({ type: 'hello', token: server.firstToken, since: null })),
      );
      socket.on('message', (data) => {
        const message = watchServerMessageSchema.parse(JSON.parse(String(data)));
        if (message.type === 'welcome') welcome();
        if (message.type !== 'import') return;
        seen.push(message.import);
        if (message.import.finishedAt !== null) {
          socket.close();
          resolve(seen);
        }
      });
    });
    return { welcomed, ended };
  };

  test('check, upload, submit, watch it land, read what went wrong', async () => {
    const teams = new Set(['team_1']);
    const report = await check(memorySource('contacts.csv', file), {
      recordTypes: builtinRecordTypes,
      reference: { users: new Set(), teams },
    });
    expect(report.rows).toMatchObject({ total: 4, ready: 2, error: 2 });

    const watched = watchUntilEnded();
    await watched.welcomed;
    const request = {
      uploadId: await upload(),
      fileName: 'contacts.csv',
      plan: report.plan,
      prediction: { ready: report.rows.ready, error: report.rows.error, digest: report.digest },
    };
    const [first, second] = await Promise.all([
      call('POST', '/v1/imports', request),
      call('POST', '/v1/imports', request),
    ]);
    const submitted = importSchema.parse(await first.json());
    expect(importSchema.parse(await second.json()).id).toBe(submitted.id);
    expect([first.status, second.status].sort()).toEqual([200, 201]);

    const seen = await watched.ended;
    const last = seen.at(-1);
    expect(last).toMatchObject({
      id: submitted.id,
      status: 'Completed',
      outcome: 'partial',
      results: { total: 4, successes: 2, errors: 2 },
      prediction: { held: true },
    });
    const order = ['Uploaded', 'Processing', 'PostProcessing', 'Completed'];
    const steps = seen.map(({ status }) => order.indexOf(status));
    expect(steps).toEqual([...steps].sort());

    const page = errorPageSchema.parse(
      await (await call('GET', `/v1/imports/${submitted.id}/errors`)).json(),
    );
    expect(page.records.map(({ row, issues }) => [row, issues[0]?.code])).toEqual([
      [3, 'invalid-email'],
      [4, 'unknown-team'],
    ]);
    const errorFile = await (await call('GET', `/v1/imports/${submitted.id}/error-file`)).text();
    expect(errorFile).toContain('margaret@example.com');
    expect(errorFile).not.toContain('ada@example.com');
  });

  test('a page elsewhere cannot watch', async () => {
    const socket = new WebSocket(`${server.url?.replace('http', 'ws')}/v1/watch`, {
      origin: 'https://evil.example',
    });
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
      socket.on('error', () => resolve('error'));
    });
    expect(status).toBe(403);
  });
});
