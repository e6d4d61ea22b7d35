import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { errorPageSchema } from '../../../shared/contract/imports.ts';
import type { AppEnv } from '../../http/context.ts';
import { bearer, json, named, problems } from '../../http/schema.ts';
import { importParams } from '../../imports/routes/schema.ts';
import type { ErrorService } from '../service.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/imports/{id}/errors',
  tags: ['Error records'],
  summary: 'Rows that failed, in the order of the file',
  description:
    'With `code`, `field` and `value` as a cause of the import names them, only the rows of that cause. The list is never cut short: page on with `after` until `next` is null.',
  security: bearer,
  request: {
    params: importParams,
    query: z.object({
      after: z.coerce.number().int().nonnegative().default(0).openapi({
        description: 'Row after which the page starts: `next` of the page before',
        example: 812,
      }),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      code: z.string().optional().openapi({ example: 'unknown-team' }),
      field: z.string().optional().openapi({ example: 'team' }),
      value: z.string().optional().openapi({ example: 'team_9' }),
    }),
  },
  responses: {
    200: json('One page', named('ErrorPage', errorPageSchema), {
      labels: ['Last name', 'E-mail', 'Team'],
      records: [
        {
          row: 19,
          cells: ['Nowak', 'eva@example.com', 'team_9'],
          issues: [
            {
              code: 'unknown-team',
              severity: 'error',
              column: 2,
              label: 'Team',
              field: 'team',
              value: 'team_9',
              message: 'Row 19, Team: There is no team with the id “team_9”.',
            },
          ],
        },
      ],
      total: 61,
      next: 19,
    }),
    ...problems(400, 404),
  },
});

export function errorPageRouteOf(router: OpenAPIHono<AppEnv>, errors: ErrorService) {
  return router.openapi(route, async (c) => {
    const { workspaceId } = c.get('access');
    return c.json(
      await errors.page(workspaceId, c.req.valid('param').id, c.req.valid('query')),
      200,
    );
  });
}
