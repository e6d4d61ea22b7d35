import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Config, readConfig } from '../../server/config.ts';
import { silent } from '../../server/http/log.ts';
import { startServer } from '../../server/serve.ts';
import { sessionSchema } from '../../shared/contract/session.ts';
import { createPostgresDatabase } from './stores.ts';

let dataFolder: string;
let config: Config;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'rowcheck-serve-'));
  config = readConfig({}, { dataFolder, port: 0 });
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

const start = (settings = config) => startServer(settings, { log: silent });

async function sessionOf(url: string | null, token: string | null) {
  const response = await fetch(`${url}/v1/session`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return [response.status, sessionSchema.safeParse(await response.json()).data?.token.role];
}

test('the first start hands out a token that goes on working', async () => {
  const first = await start();
  const token = first.firstToken;
  expect(await sessionOf(first.url, token)).toEqual([200, 'admin']);
  await first.close();
  const second = await start();
  expect(second.firstToken).toBeNull();
  expect(await sessionOf(second.url, token)).toEqual([200, 'admin']);
  await second.close();
});

test('a second server on the same folder is told who holds it', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(`${dataFolder} is in use by process ${process.pid}`);
  await first.close();
});

test('a port in use is named, and the folder is free again', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const { port } = other.address() as AddressInfo;
  await expect(start({ ...config, port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
  other.close();
  await (await start()).close();
});

test('api and worker ask for PostgreSQL', async () => {
  await expect(startServer(config, { mode: 'worker', log: silent })).rejects.toThrow(
    'DATABASE_URL',
  );
});

test('api and worker run apart on PostgreSQL', async () => {
  const { url, drop } = await createPostgresDatabase();
  const shared = { ...config, databaseUrl: url };
  const api = await startServer(shared, { mode: 'api', log: silent });
  const worker = await startServer(shared, { mode: 'worker', log: silent });
  expect(worker.url).toBeNull();
  expect(worker.firstToken).toBeNull();
  expect(await sessionOf(api.url, api.firstToken)).toEqual([200, 'admin']);
  await worker.close();
  await api.close();
  await drop();
});
