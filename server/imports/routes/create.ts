import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { createImportSchema } from '../../../shared/contract/imports.ts';
import { allow } from '../../http/authenticate.ts';
import type { AppEnv } from '../../http/context.ts';
import { bearer, body, json, named, problems } from '../../http/schema.ts';
import type { ImportService } from '../service.ts';
import { exampleImport } from './example.ts';
import { importSchema, tags } from './schema.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/imports',
  tags,
  summary: 'Submit an uploaded file',
  description:
    'The import waits in a queue from then on. With an `Idempotency-Key`, asking again with the same body answers the same import (200) and never makes a second one.',
  security: bearer,
  middleware: allow('importer'),
  request: {
    headers: z.object({
      'idempotency-key': z
        .string()
        .min(1)
        .max(200)
        .optional()
        .openapi({ example: '7f1e4b1c-2f7e-4a0c-b7d4-6c1f4c1f9a10' }),
    }),
    body: body(named('CreateImport', createImportSchema), {
      uploadId: 'upl_a2b3c4d5e6f7g2h3j4k5m6n7',
      fileName: 'contacts.csv',
      plan: {
        version: 1,
        recordType: 'contact',
        format: 'csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', quote: '"', newline: '\r\n' },
        sheet: null,
        headerRow: 1,
        columns: [
          { index: 0, label: 'Last name', field: 'last_name', by: 'exact' },
          { index: 1, label: 'E-mail', field: 'email', by: 'synonym' },
        ],
        formats: {},
        defaultCountry: null,
        mode: 'create',
        badRows: 'report',
        edits: [],
        excludedRows: [],
      },
      prediction: { ready: 3020, error: 84, digest: '9a0364b9e99bb480' },
    }),
  },
  responses: {
    201: json('The import, waiting', importSchema, {
      ...exampleImport,
      status: 'Uploaded',
      outcome: null,
      results: null,
      ledger: null,
      progress: { rows: 0, total: 3104 },
      causes: [],
      prediction: { ready: 3020, error: 84, digest: '9a0364b9e99bb480', held: null },
      startedAt: null,
      finishedAt: null,
    }),
    200: json('The import that this key made before, as it stands now', importSchema),
    ...problems(400, 409, 422),
  },
});

export function createRouteOf(router: OpenAPIHono<AppEnv>, imports: ImportService) {
  return router.openapi(route, async (c) => {
    const key = c.req.valid('header')['idempotency-key'] ?? null;
    const made = await imports.create(c.get('access'), c.req.valid('json'), key);
    return made.created ? c.json(made.import, 201) : c.json(made.import, 200);
  });
}
