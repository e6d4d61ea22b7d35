import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { addRecordSchema } from '../../../shared/contract/records.ts';
import { allow } from '../../http/authenticate.ts';
import type { AppEnv } from '../../http/context.ts';
import { bearer, body, json, named, problems } from '../../http/schema.ts';
import type { RecordService } from '../service.ts';
import { exampleRecord, recordSchema, tags } from './schema.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/records',
  tags,
  summary: 'Add a record by hand',
  description:
    'Its values are judged exactly as the cells of a file are: text where a file would have text, dates as `YYYY-MM-DD`.',
  security: bearer,
  middleware: allow('importer'),
  request: {
    body: body(named('AddRecord', addRecordSchema), {
      recordType: 'contact',
      values: { last_name: 'Nowak', email: 'eva@example.com' },
    }),
  },
  responses: {
    201: json('The record', recordSchema, { ...exampleRecord, source: null }),
    ...problems(400, 404, 409, 422),
  },
});

export function addRouteOf(router: OpenAPIHono<AppEnv>, records: RecordService) {
  return router.openapi(route, async (c) =>
    c.json(await records.add(c.get('access').workspaceId, c.req.valid('json')), 201),
  );
}
