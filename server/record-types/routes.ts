import { createRoute, z } from '@hono/zod-openapi';
import { recordTypeListSchema } from '../../shared/contract/record-types.ts';
import { parseRecordType } from '../../shared/record-types/parse-record-type.ts';
import { recordTypeSchema } from '../../shared/record-types/record-type.ts';
import { allow } from '../http/authenticate.ts';
import { ApiProblem } from '../http/problem.ts';
import { bearer, body, createRouter, json, named, problems } from '../http/schema.ts';
import type { RecordTypeService } from './service.ts';

const tags = ['Record types'];
const schema = named('RecordType', recordTypeSchema);
const example = {
  name: 'product',
  title: 'Product',
  fields: [
    { name: 'sku', type: 'string' as const, constraints: { required: true, unique: true } },
    { name: 'price', type: 'number' as const, constraints: { minimum: 0 } },
  ],
};

const list = createRoute({
  method: 'get',
  path: '/v1/record-types',
  tags,
  summary: 'All record types',
  description: 'The newest version of each, the built-in ones included.',
  security: bearer,
  responses: {
    200: json('The record types', named('RecordTypeList', recordTypeListSchema), {
      recordTypes: [{ ...example, version: 1 }],
    }),
    ...problems(),
  },
});

const read = createRoute({
  method: 'get',
  path: '/v1/record-types/{name}',
  tags,
  summary: 'One record type',
  security: bearer,
  request: {
    params: z.object({ name: z.string() }),
    query: z.object({
      version: z.coerce.number().int().positive().optional().openapi({
        description: 'A version other than the newest',
        example: 1,
      }),
    }),
  },
  responses: {
    200: json('The record type', schema, { ...example, version: 1 }),
    ...problems(400, 404),
  },
});

const add = createRoute({
  method: 'post',
  path: '/v1/record-types',
  tags,
  summary: 'Add a record type, or a new version of one',
  description:
    'Any [Table Schema](https://specs.frictionlessdata.io/table-schema/) document, with ours beside it: `name`, `synonyms`, `reference`, `link`, `matchKey`. A document that says the same as the newest version makes no new one.',
  security: bearer,
  middleware: allow('admin'),
  request: {
    query: z.object({
      name: z.string().min(1).max(100).optional().openapi({
        description: 'What to call it, for a document that has no `name`',
        example: 'product',
      }),
    }),
    body: body(z.looseObject({}).openapi('TableSchema'), example),
  },
  responses: { 201: json('The record type as it holds now', schema), ...problems(400) },
});

/** `/v1/record-types` */
export function createRecordTypeRoutes(deps: { recordTypes: RecordTypeService }) {
  const { recordTypes } = deps;
  return createRouter()
    .openapi(list, async (c) =>
      c.json({ recordTypes: await recordTypes.list(c.get('access').workspaceId) }, 200),
    )
    .openapi(read, async (c) => {
      const { workspaceId } = c.get('access');
      const { name } = c.req.valid('param');
      const found = await recordTypes.get(workspaceId, name, c.req.valid('query').version);
      if (!found) {
        throw new ApiProblem(
          404,
          'unknown-record-type',
          `There is no record type "${name}" in this version. GET /v1/record-types lists what there is.`,
        );
      }
      return c.json(found, 200);
    })
    .openapi(add, async (c) => {
      const { name } = c.req.valid('query');
      const document = c.req.valid('json');
      const { recordType, problems } = parseRecordType(name ? { ...document, name } : document);
      if (!recordType) {
        throw new ApiProblem(
          400,
          'invalid-record-type',
          `This is no Table Schema that can be used. ${problems[0]?.message ?? ''}`.trim(),
          { details: problems },
        );
      }
      return c.json(await recordTypes.add(c.get('access').workspaceId, recordType), 201);
    });
}
