import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';

/**
 * A real tus server on this machine with the one other route that sending a file needs.
 * `before` sees every request first and answers it itself by returning true.
 */
export async function startUploadServer(
  makeImport: (body: unknown, key: string | undefined) => unknown,
) {
  const folder = await mkdtemp(join(tmpdir(), 'rowcheck-uploads-'));
  const tus = new Server({ path: '/v1/uploads', datastore: new FileStore({ directory: folder }) });
  const state = {
    before: (_request: IncomingMessage, _response: ServerResponse): boolean => false,
    requests: [] as string[],
  };
  const server = createServer(async (request, response) => {
    state.requests.push(`${request.method}`);
    if (state.before(request, response)) return;
    if (request.url !== '/v1/imports') return void tus.handle(request, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const key = request.headers['idempotency-key'];
    const answer = makeImport(JSON.parse(Buffer.concat(chunks).toString()), key as string);
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    /** The bytes that have arrived for an upload. */
    bytes: (uploadId: string) => readFile(join(folder, uploadId)),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true });
    },
  };
}

export type UploadServer = Awaited<ReturnType<typeof startUploadServer>>;

/** Answers as the server does when something is not right. */
export function refuseWith(status: number, code: string, message: string) {
  return (_request: IncomingMessage, response: ServerResponse): boolean => {
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ code, message, requestId: 'r1' }));
    return true;
  };
}
