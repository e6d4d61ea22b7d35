import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../../http/context.ts';
import { bearer, problems } from '../../http/schema.ts';
import { importParams } from '../../imports/routes/schema.ts';
import type { ErrorService } from '../service.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/imports/{id}/error-file',
  tags: ['Error records'],
  summary: 'Rows that failed, as a file to correct and drop back in',
  description:
    'The original columns in their order, then `Row`, `Error codes` and `Errors`. UTF-8 with a byte order mark. A cell that a spreadsheet program would run as a formula begins with an apostrophe, which is taken off again when the file is imported.',
  security: bearer,
  request: {
    params: importParams,
    query: z.object({ format: z.enum(['csv']).default('csv') }),
  },
  responses: {
    200: {
      description: 'The file',
      content: {
        'text/csv': {
          schema: z.string(),
          example:
            'Last name,E-mail,Team,Row,Error codes,Errors\r\nNowak,eva@example.com,team_9,19,unknown-team,"Row 19, Team: There is no team with the id “team_9”."\r\n',
        },
      },
    },
    ...problems(400, 404),
  },
});

export function errorFileRouteOf(router: OpenAPIHono<AppEnv>, errors: ErrorService) {
  return router.openapi(route, async (c) => {
    const { name, lines } = await errors.file(c.get('access').workspaceId, c.req.valid('param').id);
    return c.body(streamText(lines), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachment(name),
    });
  });
}

/** Reads on only as fast as the other side takes it. */
function streamText(texts: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await texts.return();
    },
  });
}

/** `Content-Disposition` for any file name (RFC 6266, RFC 8187). */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
