import './jitless.ts';
import type { z } from 'zod';
import { directorySchema } from '../../shared/contract/directory.ts';
import { type CreateImport, errorPageSchema, importSchema } from '../../shared/contract/imports.ts';
import { recordTypeListSchema } from '../../shared/contract/record-types.ts';
import { CONTRACT_VERSION, sessionSchema } from '../../shared/contract/session.ts';
import { parseJson, problemOf, unreachable, wrongAddress, wrongContract } from './problem.ts';

/** A stopped worker is the fate of every request that lasts 30 s; give up well before. */
const TIMEOUT = 20_000;

export interface ServerAccess {
  /** Like `https://rowcheck.example.org`. */
  origin: string;
  token: string;
}

interface Call {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/**
 * Talks to one server with one token. Every method answers with what the contract promises or throws
 * a `ServerProblem`.
 */
export function createServerClient(
  { origin, token }: ServerAccess,
  { fetch = globalThis.fetch.bind(globalThis), timeout = TIMEOUT } = {},
) {
  async function call(path: string, { method = 'GET', body, headers, signal }: Call) {
    const limit = AbortSignal.timeout(timeout);
    try {
      return await fetch(`${origin}${path}`, {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        cache: 'no-store',
        credentials: 'omit',
      });
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw unreachable(origin, error);
    }
  }

  async function ask<T>(schema: z.ZodType<T>, path: string, options: Call = {}): Promise<T> {
    const response = await call(path, options);
    const text = await response.text().catch((error: unknown) => {
      throw unreachable(origin, error);
    });
    if (!response.ok) throw problemOf(origin, response.status, text);
    const json = parseJson(text);
    if (json === undefined) throw wrongAddress(origin);
    const answer = schema.safeParse(json);
    if (answer.success) return answer.data;
    const where = answer.error.issues[0]?.path.join('.') || path;
    throw wrongContract(origin, `“${where}” is not as expected`, answer.error);
  }

  return {
    origin,

    async session(signal?: AbortSignal) {
      const session = await ask(sessionSchema, '/v1/session', { signal });
      const { contract } = session.server;
      if (contract !== CONTRACT_VERSION) {
        throw wrongContract(origin, `versions ${contract} and ${CONTRACT_VERSION}`);
      }
      return session;
    },

    directory: (signal?: AbortSignal) => ask(directorySchema, '/v1/directory', { signal }),

    recordTypes: async (signal?: AbortSignal) =>
      (await ask(recordTypeListSchema, '/v1/record-types', { signal })).recordTypes,

    /** @param key makes a repeated call answer with the import of the first */
    createImport: (key: string, body: CreateImport, signal?: AbortSignal) =>
      ask(importSchema, '/v1/imports', {
        method: 'POST',
        body,
        headers: { 'idempotency-key': key },
        signal,
      }),

    import: (id: string, signal?: AbortSignal) =>
      ask(importSchema, `/v1/imports/${encodeURIComponent(id)}`, { signal }),

    cancelImport: (id: string) =>
      ask(importSchema, `/v1/imports/${encodeURIComponent(id)}/cancel`, { method: 'POST' }),

    /** One page of error records, those after row `after`. */
    errors: (id: string, after: number, limit: number, signal?: AbortSignal) =>
      ask(
        errorPageSchema,
        `/v1/imports/${encodeURIComponent(id)}/errors?limit=${limit}${after > 0 ? `&after=${after}` : ''}`,
        { signal },
      ),

    /** The error file as the server writes it. */
    async errorFile(id: string): Promise<Blob> {
      const path = `/v1/imports/${encodeURIComponent(id)}/error-file?format=csv`;
      const response = await call(path, { headers: { accept: '*/*' } });
      if (!response.ok) throw problemOf(origin, response.status, await response.text());
      return response.blob();
    },
  };
}

export type ServerClient = ReturnType<typeof createServerClient>;
