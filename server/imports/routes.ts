import { errorFileRouteOf } from '../errors/routes/file.ts';
import { errorPageRouteOf } from '../errors/routes/page.ts';
import type { ErrorService } from '../errors/service.ts';
import { createRouter } from '../http/schema.ts';
import { cancelRouteOf } from './routes/cancel.ts';
import { createRouteOf } from './routes/create.ts';
import { listRouteOf } from './routes/list.ts';
import { oneRouteOf } from './routes/one.ts';
import type { ImportService } from './service.ts';

/** `/v1/imports` */
export function createImportRoutes(deps: { imports: ImportService; errors: ErrorService }) {
  const router = createRouter();
  createRouteOf(router, deps.imports);
  listRouteOf(router, deps.imports);
  oneRouteOf(router, deps.imports);
  cancelRouteOf(router, deps.imports);
  errorPageRouteOf(router, deps.errors);
  errorFileRouteOf(router, deps.errors);
  return router;
}
