import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { editRecordSchema } from '../../../shared/contract/records.ts';
import { allow } from '../../http/authenticate.ts';
import type { AppEnv } from '../../http/context.ts';
import { bearer, body, json, named, problems } from '../../http/schema.ts';
import type { RecordService } from '../service.ts';
import { exampleRecord, recordParams, recordSchema, tags } from './schema.ts';

const route = createRoute({
  method: 'patch',
  path: '/v1/records/{recordType}/{id}',
  tags,
  summary: 'Change a record by hand',
  description:
    'Fields left out keep their value, `null` empties one. The whole record is judged again, as a row of a file would be.',
  security: bearer,
  middleware: allow('importer'),
  request: {
    params: recordParams,
    body: body(named('EditRecord', editRecordSchema), { values: { city: 'Kraków', notes: null } }),
  },
  responses: {
    200: json('The record', recordSchema, exampleRecord),
    ...problems(400, 404, 409, 422),
  },
});

export function editRouteOf(router: OpenAPIHono<AppEnv>, records: RecordService) {
  return router.openapi(route, async (c) => {
    const { recordType, id } = c.req.valid('param');
    const { workspaceId } = c.get('access');
    return c.json(await records.edit(workspaceId, recordType, id, c.req.valid('json')), 200);
  });
}
