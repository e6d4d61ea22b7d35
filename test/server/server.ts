import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { DEFAULT_SERVER_LIMITS, type ServerLimits } from '../../server/config.ts';
import { createErrorService } from '../../server/errors/service.ts';
import { createAttempts } from '../../server/http/attempts.ts';
import { createAuthenticate } from '../../server/http/authenticate.ts';
import { createLog } from '../../server/http/log.ts';
import { createImportService } from '../../server/imports/service.ts';
import { createRecordService } from '../../server/records/service.ts';
import { createServices } from '../../server/services.ts';
import { createChanges } from '../../server/watch/changes.ts';
import { createWatch } from '../../server/watch/routes.ts';
import { apiErrorSchema, type Role } from '../../shared/contract/session.ts';
import { builtinRecordTypes } from '../../shared/record-types/builtin.ts';
import type { TestStore } from './stores.ts';

export type TestServer = Awaited<ReturnType<typeof createTestServer>>;

/** The HTTP side over a test database, with one workspace and a token of each role. */
export async function createTestServer(
  store: TestStore,
  options: { limits?: Partial<ServerLimits>; allowedOrigins?: string[] } = {},
) {
  const { database } = store;
  const dataFolder = await mkdtemp(join(tmpdir(), 'rowcheck-server-'));
  const limits = { ...DEFAULT_SERVER_LIMITS, ...options.limits };
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  const services = createServices({
    database,
    config: { dataFolder },
    builtin: builtinRecordTypes,
  });
  const attempts = createAttempts({ limit: limits.failedAttempts });
  const authenticate = createAuthenticate({ tokens: services.tokens, attempts });
  const onError = (error: unknown) => log.error('test', error);
  const changes = createChanges({ database, onError });
  const app = createApp({
    config: {
      host: '127.0.0.1',
      allowedHosts: ['rowcheck.example'],
      allowedOrigins: options.allowedOrigins ?? [],
      limits,
    },
    database,
    log,
    services,
    authenticate,
    // Nothing runs imports here: they stay as they were submitted.
    imports: createImportService({
      ...services,
      database,
      queue: { send: async () => {} },
      limits,
    }),
    errors: createErrorService({ database }),
    records: createRecordService({ ...services, database }),
    watch: createWatch({ changes, authenticate, onError }).routes,
  });
  const { workspace } = await services.workspaces.ensureFirst();

  const tokenOf = async (role: Role, workspaceId = workspace.id): Promise<string> =>
    (await services.tokens.create(workspaceId, { name: `a ${role}`, role })).secret;
  const tokens: Record<Role, string> = {
    viewer: await tokenOf('viewer'),
    importer: await tokenOf('importer'),
    admin: await tokenOf('admin'),
  };

  return {
    app,
    database,
    services,
    workspace,
    tokens,
    tokenOf,
    dataFolder,
    /** What the server logged, one parsed line each. */
    logged: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    /** Calls a route as a role, or as nobody. */
    call(
      method: string,
      path: string,
      given: { as?: Role | string; body?: unknown; headers?: Record<string, string> } = {},
    ): Promise<Response> {
      const { as } = given;
      const token = as === undefined ? null : as in tokens ? tokens[as as Role] : as;
      return Promise.resolve(
        app.request(path, {
          method,
          headers: {
            ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
            ...(given.body === undefined ? {} : { 'Content-Type': 'application/json' }),
            ...given.headers,
          },
          ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
        }),
      );
    },
    async close() {
      await changes.close();
      await rm(dataFolder, { recursive: true, force: true });
      await store.close();
    },
  };
}

/** Adds another workspace, as a second organisation on the same server has. */
export async function addWorkspace(server: TestServer, id: string): Promise<string> {
  await server.database.query('INSERT INTO workspaces (id, name) VALUES ($1, $1)', [id]);
  return server.tokenOf('admin', id);
}

/** The status and code of an error answer, whose shape is checked on the way. */
export async function refusal(response: Response): Promise<[number, string]> {
  const error = apiErrorSchema.strict().parse(await response.json());
  if (error.requestId !== response.headers.get('X-Request-Id')) {
    throw new Error('The answer and its header name different requests');
  }
  return [response.status, error.code];
}
