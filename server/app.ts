import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Config } from './config.ts';
import { createDirectoryRoutes } from './directory/routes.ts';
import { createDocsRoutes, openApiDocument } from './docs/routes.ts';
import type { ErrorService } from './errors/service.ts';
import { createHealthRoutes } from './health/routes.ts';
import { type Authenticate, requireToken } from './http/authenticate.ts';
import type { AppEnv } from './http/context.ts';
import { createFailureHandler, notFound } from './http/failure.ts';
import { cors, identify, secure } from './http/headers.ts';
import type { Log } from './http/log.ts';
import { checkOrigin } from './http/origin.ts';
import { ApiProblem } from './http/problem.ts';
import { createRouter } from './http/schema.ts';
import { createImportRoutes } from './imports/routes.ts';
import type { ImportService } from './imports/service.ts';
import { createRecordTypeRoutes } from './record-types/routes.ts';
import { createRecordRoutes } from './records/routes.ts';
import type { RecordService } from './records/service.ts';
import type { Services } from './services.ts';
import { createSessionRoutes } from './sessions/routes.ts';
import type { Database } from './store/database.ts';
import { createTokenRoutes } from './tokens/routes.ts';
import { createUploadRoutes } from './uploads/routes.ts';
import { UPLOADS_PATH } from './uploads/tus.ts';

export interface AppDeps {
  config: Pick<Config, 'host' | 'allowedHosts' | 'allowedOrigins' | 'limits'>;
  database: Database;
  log: Log;
  services: Services;
  imports: ImportService;
  errors: ErrorService;
  records: RecordService;
  /** The routes of the `watch` WebSocket, whose token comes in its first message. */
  watch: Hono<AppEnv>;
  authenticate: Authenticate;
}

/** The whole HTTP side of the server; it needs no network to be tried (`app.request`). */
export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const { config, database, log, services } = deps;
  const app = createRouter();
  app.onError(createFailureHandler(log));
  app.notFound(notFound);

  app.use(identify(log), secure, cors(config), checkOrigin(config));
  app.route('/', deps.watch);
  app.use('/v1/*', requireToken(deps.authenticate));
  app.use('/v1/*', limitBody(config.limits.jsonBody));

  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of the workspace: `rc_…`',
  });
  app.route('/', createDocsRoutes({ document: () => openApiDocument(app) }));
  app.route('/', createHealthRoutes({ database }));
  app.route('/', createSessionRoutes(services));
  app.route('/', createUploadRoutes({ ...services, limits: config.limits }));
  app.route('/', createImportRoutes(deps));
  app.route('/', createRecordRoutes(deps));
  app.route('/', createRecordTypeRoutes(services));
  app.route('/', createDirectoryRoutes(services));
  app.route('/', createTokenRoutes(services));
  return app;
}

/** Uploads have their own limit and are never held in memory. */
function limitBody(maxSize: number) {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new ApiProblem(
        413,
        'request-too-large',
        `The request is larger than ${Math.floor(maxSize / 1024 / 1024)} MB. Send less at a time.`,
      );
    },
  });
  return ((c, next) =>
    c.req.path.startsWith(UPLOADS_PATH) ? next() : limit(c, next)) satisfies typeof limit;
}
