import type { Context, MiddlewareHandler } from 'hono';
import type { Role } from '../../shared/contract/session.ts';
import { hashOf } from '../tokens/secret.ts';
import type { TokenService } from '../tokens/service.ts';
import type { Attempts } from './attempts.ts';
import type { Access, AppEnv } from './context.ts';
import { ApiProblem } from './problem.ts';

export type Authenticate = ReturnType<typeof createAuthenticate>;

/** Tokens of which this process knows that they were good a moment ago. */
const MOST_KNOWN = 1_000;

/**
 * Recognises a token, for HTTP and for the `watch` WebSocket. An address with too many refused
 * tokens has to wait, except with a token that was good before: a neighbour behind the same address
 * must not shut out a browser that is connected.
 *
 * @throws ApiProblem 401 or 429
 */
export function createAuthenticate(deps: { tokens: TokenService; attempts: Attempts }) {
  const { tokens, attempts } = deps;
  const known = new Set<string>();

  return async (secret: string, address: string): Promise<Access> => {
    const hash = hashOf(secret);
    const wait = known.has(hash) ? 0 : attempts.waitFor(address);
    if (wait > 0) {
      throw new ApiProblem(
        429,
        'too-many-attempts',
        `Too many wrong tokens came from here. Try again in ${wait} seconds.`,
        { headers: { 'Retry-After': String(wait) } },
      );
    }
    const access = await tokens.authenticate(secret);
    if (!access) {
      known.delete(hash);
      attempts.failed(address);
      throw new ApiProblem(
        401,
        'invalid-token',
        'The server does not accept this token. It may have been revoked, expired or mistyped; ask an administrator for a new one.',
        { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } },
      );
    }
    if (known.size >= MOST_KNOWN) known.clear();
    known.add(hash);
    return access;
  };
}

/** Puts `access` on the context, or refuses. */
export function requireToken(authenticate: Authenticate): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const match = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '');
    if (!match?.[1]) {
      throw new ApiProblem(
        401,
        'missing-token',
        'This needs a token: send it as "Authorization: Bearer rc_…".',
        { headers: { 'WWW-Authenticate': 'Bearer' } },
      );
    }
    c.set('access', await authenticate(match[1], addressOf(c)));
    await next();
  };
}

const RANK: Record<Role, number> = { viewer: 0, importer: 1, admin: 2 };

/** Lets through tokens of at least this role. */
export function allow(role: Role): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const own = c.get('access').role;
    if (RANK[own] < RANK[role]) {
      throw new ApiProblem(
        403,
        'forbidden',
        `This needs a token with the role "${role}"; yours is "${own}". Ask an administrator for one.`,
      );
    }
    await next();
  };
}

/** The address of whoever calls, as the socket knows it. */
export function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
