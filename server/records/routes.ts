import { createRouter } from '../http/schema.ts';
import { addRouteOf } from './routes/add.ts';
import { editRouteOf } from './routes/edit.ts';
import { listRouteOf } from './routes/list.ts';
import { lookUpRouteOf } from './routes/look-up.ts';
import { oneRouteOf } from './routes/one.ts';
import type { RecordService } from './service.ts';

/** `/v1/records` */
export function createRecordRoutes(deps: { records: RecordService }) {
  const router = createRouter();
  listRouteOf(router, deps.records);
  lookUpRouteOf(router, deps.records);
  addRouteOf(router, deps.records);
  oneRouteOf(router, deps.records);
  editRouteOf(router, deps.records);
  return router;
}
