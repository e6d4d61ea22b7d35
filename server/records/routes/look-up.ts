import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { lookUpAnswerSchema, lookUpSchema } from '../../../shared/contract/records.ts';
import type { AppEnv } from '../../http/context.ts';
import { bearer, body, json, named, problems } from '../../http/schema.ts';
import type { RecordService } from '../service.ts';
import { tags } from './schema.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/records/lookup',
  tags,
  summary: 'Which of these match keys a record has',
  description: 'Changes nothing; a POST only because keys belong in no address.',
  security: bearer,
  request: {
    body: body(named('LookUp', lookUpSchema), {
      recordType: 'contact',
      keys: ['eva@example.com', 'new@example.com'],
    }),
  },
  responses: {
    200: json('Those that exist', named('LookUpAnswer', lookUpAnswerSchema), {
      existing: [{ key: 'eva@example.com', id: 812 }],
    }),
    ...problems(400, 404),
  },
});

export function lookUpRouteOf(router: OpenAPIHono<AppEnv>, records: RecordService) {
  return router.openapi(route, async (c) =>
    c.json(await records.lookUp(c.get('access').workspaceId, c.req.valid('json')), 200),
  );
}
