import { builtinRecordTypes } from '../shared/record-types/builtin.ts';
import { createApp } from './app.ts';
import { createClosing } from './closing.ts';
import type { Config } from './config.ts';
import { createErrorService } from './errors/service.ts';
import { createAttempts } from './http/attempts.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { listen } from './http/listen.ts';
import { createLog, type Log } from './http/log.ts';
import { createImportRunner } from './imports/run-import.ts';
import { createImportService } from './imports/service.ts';
import { createImportQueue } from './queue/import-queue.ts';
import { createRecordService } from './records/service.ts';
import { createServices, type Services } from './services.ts';
import type { Database } from './store/database.ts';
import { openDatabase } from './store/open.ts';
import { createChanges } from './watch/changes.ts';
import { createWatch, createWebSocketServer } from './watch/routes.ts';

/** `serve` does both; `api` answers requests, `worker` runs imports. */
export type Mode = 'serve' | 'api' | 'worker';

export interface RunningServer {
  /** Where it answers; null for a worker, which has no address. */
  url: string | null;
  /** The administrator's token, at the very first start only. */
  firstToken: string | null;
  /** Lets running work end at its next safe point and closes everything. */
  close(): Promise<void>;
}

export interface ServeOptions {
  mode?: Mode;
  /** One JSON object a line on standard error unless another is given. */
  log?: Log;
}

/** Thrown when a mode needs what the settings do not give. */
export class NeedsPostgres extends Error {
  constructor(mode: Mode) {
    super(
      `"${mode}" runs apart from the rest only on PostgreSQL, which several processes can share. Set DATABASE_URL, or use "serve".`,
    );
    this.name = 'NeedsPostgres';
  }
}

/**
 * Opens the database, brings it up to date and starts what `mode` says.
 *
 * @throws ConfigError, FolderInUse, CannotListen, NeedsPostgres: each message names the way out
 */
export async function startServer(
  config: Config,
  { mode = 'serve', log = standardLog() }: ServeOptions = {},
): Promise<RunningServer> {
  if (mode !== 'serve' && config.databaseUrl === null) throw new NeedsPostgres(mode);
  // What was opened last is closed first, also when the start fails half way.
  const opened = createClosing();
  try {
    const database = await openDatabase(config);
    opened.add(() => database.close());
    const services = createServices({ database, config, builtin: builtinRecordTypes });
    const { firstToken } = await services.workspaces.ensureFirst();

    const queue = createImportQueue({
      database,
      onError: (error) => log.error('queue-failed', error),
    });
    await queue.start();
    opened.add(() => queue.stop());

    if (mode !== 'api') {
      await queue.work(
        createImportRunner({
          ...services,
          database,
          limits: config.limits,
          onError: (error, { importId }) => log.error('import-failed', error, { importId }),
        }),
      );
      opened.add(cleanUploads(services, config, log));
    }
    let url: string | null = null;
    if (mode !== 'worker') {
      const api = await startApi({ config, database, services, queue, log });
      opened.add(api.close);
      url = api.url;
    }
    log.info('started', { mode, url, database: database.dialect });
    return {
      url,
      firstToken,
      close: async () => {
        await opened.close();
        log.info('stopped');
      },
    };
  } catch (error) {
    // Why it did not start says more than what would not close after it.
    await opened.close().catch((failure: unknown) => log.error('closing-failed', failure));
    throw error;
  }
}

interface ApiDeps {
  config: Config;
  database: Database;
  services: Services;
  queue: ReturnType<typeof createImportQueue>;
  log: Log;
}

async function startApi({ config, database, services, queue, log }: ApiDeps) {
  const changes = createChanges({
    database,
    onError: (error) => log.error('watch-failed', error),
  });
  const authenticate = createAuthenticate({
    tokens: services.tokens,
    attempts: createAttempts({ limit: config.limits.failedAttempts }),
  });
  const watch = createWatch({
    changes,
    authenticate,
    onError: (error) => log.error('watch-failed', error),
  });
  const app = createApp({
    config,
    database,
    log,
    services,
    authenticate,
    imports: createImportService({ ...services, database, queue, limits: config.limits }),
    errors: createErrorService({ database }),
    records: createRecordService({ ...services, database }),
    watch: watch.routes,
  });
  const http = await listen({
    fetch: app.fetch,
    webSockets: createWebSocketServer(),
    host: config.host,
    port: config.port,
  });
  const opened = createClosing();
  opened.add(changes.close);
  opened.add(http.close);
  opened.add(watch.close);
  return { url: http.url, close: opened.close };
}

/** Milliseconds between two looks for uploads that never became an import. */
const CLEANING = 60 * 60 * 1000;

function cleanUploads({ uploads }: Services, config: Config, log: Log): () => void {
  const clean = () => {
    const before = new Date(Date.now() - config.limits.uploadHours * 60 * 60 * 1000);
    uploads.removeAbandoned(before).then(
      (removed) => removed > 0 && log.info('uploads-expired', { removed }),
      (error: unknown) => log.error('cleaning-failed', error),
    );
  };
  clean();
  const timer = setInterval(clean, CLEANING);
  timer.unref();
  return () => clearInterval(timer);
}

function standardLog(): Log {
  return createLog((line) => process.stderr.write(`${line}\n`));
}
