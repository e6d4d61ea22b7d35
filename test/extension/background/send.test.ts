import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendImport } from '../../../extension/background/send.ts';
import { closeChanges } from '../../../extension/database/changes.ts';
import { database, deleteDatabase } from '../../../extension/database/database.ts';
import type { StoredImport } from '../../../extension/database/schema.ts';
import { serverImport, storedImport } from '../samples.ts';
import { within } from '../within.ts';
import { refuseWith, startUploadServer, type UploadServer } from './upload-server.ts';

/** More than one chunk: the first has 1 MiB. */
const BYTES = new Uint8Array(3_500_000).map((_, index) => index % 251);

let server: UploadServer;
let created: { uploadId: string; key: string | undefined }[];

beforeEach(async () => {
  await deleteDatabase();
  created = [];
  server = await startUploadServer((body, key) => {
    created.push({ uploadId: (body as { uploadId: string }).uploadId, key });
    return serverImport({ id: `made of ${key}` });
  });
  const db = await database();
  await db.put('files', { id: 'd1', blob: new Blob([BYTES]) });
  await db.put('imports', queued());
});

afterEach(async () => {
  await server.close();
  closeChanges();
});

function queued(): StoredImport {
  return storedImport({
    fileSize: BYTES.length,
    serverOrigin: server.origin,
    import: null,
    upload: { ...storedImport().upload, state: 'queued', sentBytes: 0 },
  });
}

async function stored(): Promise<StoredImport> {
  const found = await (await database()).get('imports', 'local1');
  if (!found) throw new Error('the import is gone');
  return found;
}

async function send(fetch?: typeof globalThis.fetch, signal = new AbortController().signal) {
  const access = { origin: server.origin, token: 't' };
  await within('the upload', sendImport(await stored(), access, signal, fetch));
  return stored();
}

/** Lets so many PATCH requests through and fails every one after as a lost connection does. */
function breakAfter(patches: number): typeof fetch {
  let seen = 0;
  return async (url, init) => {
    if (init?.method === 'PATCH') seen += 1;
    if (seen > patches) throw new TypeError('Failed to fetch');
    return fetch(url, init);
  };
}

describe('sending a file', () => {
  it('uploads every byte and has the import made under its own key', async () => {
    const { upload, import: made } = await send();
    expect(upload).toMatchObject({ state: 'sent', sentBytes: BYTES.length, problem: null });
    expect(made?.id).toBe('made of local1');
    const [{ uploadId, key } = { uploadId: '', key: '' }] = created;
    expect(key).toBe('local1');
    expect((await server.bytes(uploadId)).equals(BYTES)).toBe(true);
  });

  it('goes on where a lost connection ended it', async () => {
    const { upload } = await send(breakAfter(1));
    expect(upload).toMatchObject({ state: 'retrying', attempts: 1, sentBytes: 1024 * 1024 });
    expect(upload.problem).toContain('does not answer');
    expect(upload.retryAt).toBeGreaterThan(Date.now() - 1_000);
    server.state.requests.length = 0;
    expect((await send()).upload.state).toBe('sent');
    expect(server.state.requests[0]).toBe('HEAD');
    expect(created).toHaveLength(1);
    expect((await server.bytes(created[0]?.uploadId ?? '')).equals(BYTES)).toBe(true);
  });

  it('starts over when the server no longer knows the upload', async () => {
    await send(breakAfter(1));
    const { url } = (await stored()).upload;
    await fetch(url ?? '', { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
    expect((await send()).upload.state).toBe('sent');
    expect((await server.bytes(created[0]?.uploadId ?? '')).equals(BYTES)).toBe(true);
  });

  it('waits longer after every attempt without progress', async () => {
    const offline = breakAfter(0);
    await send(offline);
    expect((await send(offline)).upload.attempts).toBe(2);
  });

  it.each([
    [401, 'unauthorized', 'does not know this token'],
    [403, 'forbidden', 'The server said no.'],
    [413, 'file-too-large', 'The server said no.'],
  ])('stops with the reason when the server answers %i', async (status, code, words) => {
    server.state.before = refuseWith(status, code, 'The server said no.');
    const { upload } = await send();
    expect(upload.state).toBe('failed');
    expect(upload.problem).toContain(words);
  });

  it('tries again later when the server is busy', async () => {
    server.state.before = refuseWith(503, 'busy', 'Too many imports are waiting.');
    expect((await send()).upload).toMatchObject({
      state: 'retrying',
      problem: 'Too many imports are waiting.',
    });
  });

  it('makes one import when the answer to the first call was lost', async () => {
    let lost = false;
    await send(async (url, init) => {
      const response = await fetch(url, init);
      if (!String(url).endsWith('/v1/imports') || lost) return response;
      lost = true;
      throw new TypeError('Failed to fetch');
    });
    expect((await stored()).upload.state).toBe('retrying');
    await send();
    expect(created.map(({ key }) => key)).toEqual(['local1', 'local1']);
    expect(new Set(created.map(({ uploadId }) => uploadId)).size).toBe(1);
  });

  it('never sends the token to another server', async () => {
    server.state.before = (request, response) => {
      if (request.method !== 'POST') return false;
      response.writeHead(201, { location: 'http://127.0.0.1:9/v1/uploads/1' }).end();
      return true;
    };
    const asked: string[] = [];
    await send(async (url, init) => {
      asked.push(new URL(String(url)).origin);
      return fetch(url, init);
    });
    expect(new Set(asked)).toEqual(new Set([server.origin]));
  });

  it('leaves the state alone when it is told to stop', async () => {
    const stop = new AbortController();
    const sending = send(async (url, init) => {
      if (init?.method === 'PATCH') stop.abort();
      return fetch(url, init);
    }, stop.signal);
    await expect(sending).rejects.toThrow();
    expect((await stored()).upload.state).toBe('sending');
  });
});
