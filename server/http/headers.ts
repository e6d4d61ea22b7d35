import type { MiddlewareHandler } from 'hono';
import { randomText } from '../store/ids.ts';
import type { AppEnv } from './context.ts';
import type { Log } from './log.ts';
import { hostOf, isAllowedOrigin } from './origin.ts';

const TUS = [
  'Tus-Resumable',
  'Tus-Version',
  'Tus-Extension',
  'Tus-Max-Size',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
  'Upload-Defer-Length',
  'Upload-Expires',
];
const MAY_SEND = ['Authorization', 'Content-Type', 'Idempotency-Key'];
const MAY_READ = [
  'Location',
  'Retry-After',
  'X-Request-Id',
  'Content-Disposition',
  'Content-Length',
  'WWW-Authenticate',
];

/** Gives every request an id, on its answer and in the log. */
export function identify(log: Log): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = `req_${randomText(12)}`;
    const start = performance.now();
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('X-Request-Id', requestId);
    log.info('request', {
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      milliseconds: Math.round(performance.now() - start),
      token: c.get('access')?.tokenId,
    });
  };
}

/** Answers are for nobody's cache, frame or script; a page may widen its own policy. */
export const secure: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
};

/** Lets pages of the allowed origins read answers and send the headers that the API knows. */
export function cors(config: { allowedOrigins: readonly string[] }): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const allowed =
      origin !== undefined && isAllowedOrigin(origin, hostOf(c.req.raw), config.allowedOrigins);
    const isPreflight =
      c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
    if (isPreflight && allowed) {
      c.res = new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
          'Access-Control-Allow-Headers': [...MAY_SEND, ...TUS].join(', '),
          'Access-Control-Max-Age': '7200',
          ...(c.req.header('access-control-request-private-network') === 'true'
            ? { 'Access-Control-Allow-Private-Network': 'true' }
            : {}),
        },
      });
    } else {
      await next();
    }
    const { headers } = c.res;
    headers.append('Vary', 'Origin');
    if (allowed) {
      headers.set('Access-Control-Allow-Origin', origin);
      headers.set('Access-Control-Expose-Headers', [...MAY_READ, ...TUS].join(', '));
    }
  };
}
