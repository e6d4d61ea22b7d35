import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { importListSchema } from '../../../shared/contract/imports.ts';
import type { AppEnv } from '../../http/context.ts';
import { bearer, json, named, problems } from '../../http/schema.ts';
import type { ImportService } from '../service.ts';
import { exampleImport } from './example.ts';
import { tags } from './schema.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/imports',
  tags,
  summary: 'Imports of the workspace, from the newest to the oldest',
  security: bearer,
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      before: z.coerce.number().int().positive().optional().openapi({
        description: '`next` of the page before',
        example: 120,
      }),
    }),
  },
  responses: {
    200: json('One page', named('ImportList', importListSchema), {
      imports: [exampleImport],
      next: '119',
    }),
    ...problems(400),
  },
});

export function listRouteOf(router: OpenAPIHono<AppEnv>, imports: ImportService) {
  return router.openapi(route, async (c) =>
    c.json(await imports.list(c.get('access').workspaceId, c.req.valid('query')), 200),
  );
}
