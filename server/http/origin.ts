import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './context.ts';
import { ApiProblem } from './problem.ts';

const EXTENSION = /^(chrome|moz|safari-web)-extension:\/\/[\w-]+$/;

/** A host without its port and without the brackets of an IPv6 address. */
function nameOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

/** The host that a request was sent to, with its port. */
export function hostOf(request: Request): string {
  return (request.headers.get('host') ?? new URL(request.url).host).toLowerCase();
}

/**
 * Whether a page of `origin` may call the server that it reaches as `host`: pages of the server
 * itself, browser extensions, and those that the administrator named.
 */
export function isAllowedOrigin(origin: string, host: string, allowed: readonly string[]): boolean {
  if (EXTENSION.test(origin) || allowed.includes(origin)) return true;
  return origin === `http://${host}` || origin === `https://${host}`;
}

/**
 * Refuses requests for names that are not the server's (a page elsewhere whose name was made to lead
 * here, "DNS rebinding") and from pages that have no business here. Addresses are let through: only
 * a name can be rebound.
 */
export function checkOrigin(config: {
  host: string;
  allowedHosts: readonly string[];
  allowedOrigins: readonly string[];
}): MiddlewareHandler<AppEnv> {
  const names = new Set(['localhost', nameOf(config.host), ...config.allowedHosts.map(nameOf)]);
  return async (c, next) => {
    const host = hostOf(c.req.raw);
    const name = nameOf(host);
    if (!names.has(name) && isIP(name) === 0) {
      throw new ApiProblem(
        403,
        'unknown-host',
        'The server is not known under this name. Whoever runs it can add the name to ROWCHECK_ALLOWED_HOSTS.',
      );
    }
    const origin = c.req.header('origin');
    if (origin !== undefined && !isAllowedOrigin(origin, host, config.allowedOrigins)) {
      throw new ApiProblem(
        403,
        'unknown-origin',
        'Pages of this origin may not call the server. Whoever runs it can add the origin to ROWCHECK_ALLOWED_ORIGINS.',
      );
    }
    await next();
  };
}
