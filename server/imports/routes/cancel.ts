import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { allow } from '../../http/authenticate.ts';
import type { AppEnv } from '../../http/context.ts';
import { bearer, json, problems } from '../../http/schema.ts';
import type { ImportService } from '../service.ts';
import { importParams, importSchema, tags } from './schema.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/cancel',
  tags,
  summary: 'Stop an import',
  description:
    'One that waits ends at once; one that runs ends after the rows that are being written, and these stay. It then is `Failed` with the reason `cancelled`. Asking again changes nothing.',
  security: bearer,
  middleware: allow('importer'),
  request: { params: importParams },
  responses: { 200: json('The import as it stands now', importSchema), ...problems(404, 409) },
});

export function cancelRouteOf(router: OpenAPIHono<AppEnv>, imports: ImportService) {
  return router.openapi(route, async (c) =>
    c.json(await imports.cancel(c.get('access').workspaceId, c.req.valid('param').id), 200),
  );
}
