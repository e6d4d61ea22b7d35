import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../../http/context.ts';
import { bearer, json, problems } from '../../http/schema.ts';
import type { ImportService } from '../service.ts';
import { exampleImport } from './example.ts';
import { importParams, importSchema, tags } from './schema.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/imports/{id}',
  tags,
  summary: 'One import',
  description:
    'Results, ledger and causes are final: they are there once the status is `Completed` or `Failed`, and `progress` tells how far it is until then.',
  security: bearer,
  request: { params: importParams },
  responses: { 200: json('The import', importSchema, exampleImport), ...problems(404) },
});

export function oneRouteOf(router: OpenAPIHono<AppEnv>, imports: ImportService) {
  return router.openapi(route, async (c) =>
    c.json(await imports.one(c.get('access').workspaceId, c.req.valid('param').id), 200),
  );
}
