import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../../http/context.ts';
import { bearer, json, problems } from '../../http/schema.ts';
import type { RecordService } from '../service.ts';
import { exampleRecord, recordParams, recordSchema, tags } from './schema.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/records/{recordType}/{id}',
  tags,
  summary: 'One record',
  security: bearer,
  request: { params: recordParams },
  responses: { 200: json('The record', recordSchema, exampleRecord), ...problems(400, 404) },
});

export function oneRouteOf(router: OpenAPIHono<AppEnv>, records: RecordService) {
  return router.openapi(route, async (c) => {
    const { recordType, id } = c.req.valid('param');
    return c.json(await records.one(c.get('access').workspaceId, recordType, id), 200);
  });
}
