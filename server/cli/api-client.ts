import type { z } from 'zod';
import { directorySchema } from '../../shared/contract/directory.ts';
import { type CreateImport, importSchema } from '../../shared/contract/imports.ts';
import { recordTypeListSchema } from '../../shared/contract/record-types.ts';
import { apiErrorSchema, sessionSchema } from '../../shared/contract/session.ts';
import { CallError } from './command.ts';

/** Where a server is and the token that opens it. */
export interface ServerAddress {
  /** Like `https://rowcheck.example.org`. */
  origin: string;
  token: string;
}

/** Nothing that talks HTTP is at the server's address. */
export class NoAnswer extends CallError {
  constructor(origin: string, cause: unknown) {
    super(
      `No server answers at ${origin}. Start it with "npm start" or name another with --server.`,
      { cause },
    );
    this.name = 'NoAnswer';
  }
}

/** How long one answer may take, in milliseconds. */
const TIMEOUT = 60_000;

/** Talks to a running server; what goes wrong is a CallError in plain words. */
export function createApiClient({ origin, token }: ServerAddress, signal: AbortSignal) {
  async function send(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`${origin}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...init.headers },
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
      });
    } catch (error) {
      signal.throwIfAborted();
      throw new NoAnswer(origin, error);
    }
  }

  async function call<T>(schema: z.ZodType<T>, path: string, init: RequestInit = {}): Promise<T> {
    const response = await send(path, init);
    const text = await response.text();
    if (!response.ok) throw new CallError(problemText(origin, response.status, text));
    const answer = schema.safeParse(parse(text));
    if (answer.success) return answer.data;
    throw new CallError(`${origin}${path} did not answer as a Rowcheck server does.`, {
      cause: answer.error,
    });
  }

  const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

  return {
    origin,
    session: () => call(sessionSchema, '/v1/session'),
    directory: () => call(directorySchema, '/v1/directory'),
    recordTypes: async () => (await call(recordTypeListSchema, '/v1/record-types')).recordTypes,
    import: (id: string) => call(importSchema, `/v1/imports/${encodeURIComponent(id)}`),
    /** @param key makes a repeated call answer with the import of the first */
    createImport: (key: string, body: CreateImport) =>
      call(importSchema, '/v1/imports', {
        method: 'POST',
        ...json(body, { 'idempotency-key': key }),
      }),
    call,
    json,
  };
}

export type ApiClient = ReturnType<typeof createApiClient>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemText(origin: string, status: number, text: string): string {
  const problem = apiErrorSchema.safeParse(parse(text));
  if (!problem.success) return `${origin} answered with status ${status}. Is it a Rowcheck server?`;
  const { message, details = [] } = problem.data;
  return [message, ...details.map((detail) => `  ${detail.path}: ${detail.message}`)].join('\n');
}
