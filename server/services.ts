import { join } from 'node:path';
import type { RecordType } from '../shared/record-types/record-type.ts';
import type { Config } from './config.ts';
import { createDirectoryService } from './directory/service.ts';
import { createRecordTypeService } from './record-types/service.ts';
import type { Database } from './store/database.ts';
import { createTokenService } from './tokens/service.ts';
import { createUploadService } from './uploads/service.ts';
import { createWorkspaceService } from './workspaces/service.ts';

export type Services = ReturnType<typeof createServices>;

/** Everything below the routes that needs nothing but the database and the data folder. */
export function createServices(deps: {
  database: Database;
  config: Pick<Config, 'dataFolder'>;
  builtin: readonly RecordType[];
}) {
  const { database, config, builtin } = deps;
  return {
    workspaces: createWorkspaceService({ database }),
    tokens: createTokenService({ database }),
    directory: createDirectoryService({ database }),
    recordTypes: createRecordTypeService({ database, builtin }),
    uploads: createUploadService({ database, folder: join(config.dataFolder, 'uploads') }),
  };
}
