import { describe, expect, it } from 'vitest';
import { createServerClient } from '../../../extension/server-client/client.ts';
import { ServerProblem } from '../../../extension/server-client/problem.ts';
import { ORIGIN, plan, serverImport } from '../samples.ts';

const session = {
  workspace: { id: 'w1', name: 'Example' },
  token: { id: 't1', name: 'test', role: 'importer' },
  server: { version: '0.1.0', contract: 1 },
};

/** A client whose server answers every request with this. */
function answering(body: unknown, status = 200) {
  const asked: { url: string; init: RequestInit }[] = [];
  const client = createServerClient(
    { origin: ORIGIN, token: 'secret' },
    {
      fetch: async (url, init = {}) => {
        asked.push({ url: String(url), init });
        if (body instanceof Error) throw body;
        return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
      },
    },
  );
  return { client, asked };
}

const apiError = (code: string) => ({ code, message: `about ${code}`, requestId: 'r1' });

async function problemOf(body: unknown, status?: number): Promise<ServerProblem> {
  const error = await answering(body, status)
    .client.session()
    .catch((error: unknown) => error);
  if (!(error instanceof ServerProblem)) throw new Error('no problem was found');
  return error;
}

describe('server client', () => {
  it('sends the token in the header and gives what the contract promises', async () => {
    const { client, asked } = answering(session);
    expect(await client.session()).toEqual(session);
    expect(asked[0]?.url).toBe(`${ORIGIN}/v1/session`);
    expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer secret');
  });

  it('creates an import under its key', async () => {
    const { client, asked } = answering(serverImport(), 201);
    await client.createImport('key1', { uploadId: 'u', fileName: 'a', plan, prediction: null });
    expect(new Headers(asked[0]?.init.headers).get('idempotency-key')).toBe('key1');
  });

  it.each([
    ['no answer', new TypeError('Failed to fetch'), 0, 'unreachable', true],
    ['a page of something else', '<html>', 200, 'wrong-address', false],
    ['a page that is not there', '<html>', 404, 'wrong-address', false],
    ['other JSON', { hello: 1 }, 200, 'contract', false],
    ['a wrong token', apiError('unauthorized'), 401, 'token', false],
    ['a role that may not', apiError('forbidden'), 403, 'forbidden', false],
    ['a busy server', apiError('too-many'), 429, 'busy', true],
    ['a gateway without a server', '<html>', 502, 'unreachable', true],
    ['a refusal', apiError('invalid-plan'), 422, 'refused', false],
    [
      'another contract',
      { ...session, server: { version: '9', contract: 2 } },
      200,
      'contract',
      false,
    ],
  ])('tells %s apart', async (_what, body, status, kind, passing) => {
    const problem = await problemOf(body, status || undefined);
    expect([problem.kind, problem.passing]).toEqual([kind, passing]);
    expect(problem.message).toMatch(/\w+/);
  });

  it('gives up on a server that does not answer in time', async () => {
    const client = createServerClient(
      { origin: ORIGIN, token: 't' },
      {
        timeout: 10,
        fetch: (_url, init) =>
          new Promise((_, reject) => {
            init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
          }),
      },
    );
    await expect(client.session()).rejects.toMatchObject({ kind: 'unreachable' });
  });
});
