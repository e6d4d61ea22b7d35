import { createRoute, z } from '@hono/zod-openapi';
import { ApiProblem } from '../http/problem.ts';
import { createRouter, json, named, problemSchema } from '../http/schema.ts';
import type { Queryable } from '../store/database.ts';

const status = named('Status', z.object({ status: z.literal('ok') }));

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Server'],
  summary: 'Whether the process answers',
  responses: { 200: json('It does', status, { status: 'ok' }) },
});

const ready = createRoute({
  method: 'get',
  path: '/ready',
  tags: ['Server'],
  summary: 'Whether the server can do its work',
  description: 'Asks the database.',
  responses: {
    200: json('It can', status, { status: 'ok' }),
    503: json('Not now', problemSchema),
  },
});

/** `/health` and `/ready`, without a token. */
export function createHealthRoutes(deps: { database: Queryable }) {
  return createRouter()
    .openapi(health, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(ready, async (c) => {
      try {
        await deps.database.query('SELECT 1');
      } catch {
        throw new ApiProblem(503, 'not-ready', 'The database does not answer. Try again shortly.', {
          headers: { 'Retry-After': '5' },
        });
      }
      return c.json({ status: 'ok' as const }, 200);
    });
}
