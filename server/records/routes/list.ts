import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { recordListSchema } from '../../../shared/contract/records.ts';
import type { AppEnv } from '../../http/context.ts';
import { bearer, json, named, problems } from '../../http/schema.ts';
import type { RecordService } from '../service.ts';
import { exampleRecord, tags } from './schema.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/records/{recordType}',
  tags,
  summary: 'Records of a type, in the order in which they were made',
  security: bearer,
  request: {
    params: z.object({ recordType: z.string().openapi({ example: 'contact' }) }),
    query: z.object({
      key: z.string().optional().openapi({
        description: 'Only the record with this match key',
        example: 'eva@example.com',
      }),
      importId: z.uuid().optional().openapi({ description: 'Only records of this import' }),
      after: z.coerce.number().int().nonnegative().default(0).openapi({
        description: '`next` of the page before',
        example: 812,
      }),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
  },
  responses: {
    200: json('One page', named('RecordList', recordListSchema), {
      records: [exampleRecord],
      next: null,
    }),
    ...problems(400, 404),
  },
});

export function listRouteOf(router: OpenAPIHono<AppEnv>, records: RecordService) {
  return router.openapi(route, async (c) => {
    const query = { ...c.req.valid('query'), ...c.req.valid('param') };
    return c.json(await records.list(c.get('access').workspaceId, query), 200);
  });
}
