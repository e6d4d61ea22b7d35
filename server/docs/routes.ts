import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../http/context.ts';
import { createRouter } from '../http/schema.ts';
import { VERSION } from '../version.ts';
import { DOCS_PAGE, HOME_PAGE, START_SCRIPT } from './pages.ts';

const FOLDER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** What Swagger UI needs of its package, all served from here. */
const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

// Swagger UI sets style attributes and draws its icons from data addresses; nothing else is let in.
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const HOME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** `/`, `/docs` and `/openapi.json`: for people and for tools, without a token. */
export function createDocsRoutes(deps: { document: () => object }) {
  const router = createRouter();
  router.get('/', (c) => c.html(HOME_PAGE, 200, { 'Content-Security-Policy': HOME_POLICY }));
  router.get('/openapi.json', (c) => c.json(deps.document()));
  router.get('/docs', (c) => c.html(DOCS_PAGE, 200, { 'Content-Security-Policy': DOCS_POLICY }));
  router.get('/docs/start.js', (c) =>
    c.body(START_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  router.get('/docs/:file', async (c, next) => {
    const file = c.req.param('file');
    const type = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
    if (type === undefined) return next();
    return c.body(await readFile(join(FOLDER, file)), 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=3600',
    });
  });
  return router;
}

/** The OpenAPI 3.1 document of everything mounted on `app`. */
export function openApiDocument(app: OpenAPIHono<AppEnv>): object {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Rowcheck',
      version: VERSION,
      description:
        'Import spreadsheets into records: upload a file, create an import with the plan that the check made, watch it land, read what went wrong. Every error answer has the one shape of `Error`.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: [
      { name: 'Session', description: 'Who the token is' },
      { name: 'Uploads', description: 'Resumable uploads by the tus protocol' },
      { name: 'Imports', description: 'Submitted files, their results and what went wrong' },
      {
        name: 'Error records',
        description: 'Rows that failed, with their cells and what is wrong',
      },
      { name: 'Records', description: 'What was imported' },
      { name: 'Record types', description: 'What a row becomes' },
      { name: 'Directory', description: 'Users and teams' },
      { name: 'Tokens', description: 'Who may do what; for administrators' },
      { name: 'Server', description: 'Whether the server is up' },
    ],
  });
}
