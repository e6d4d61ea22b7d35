import { createImportRunner, type RunnerDeps } from '../../../server/imports/run-import.ts';
import { memorySource } from '../../../shared/bytes/source.ts';
import { check } from '../../../shared/check/check.ts';
import { DEFAULT_LIMITS } from '../../../shared/check/limits.ts';
import { type Import, importSchema } from '../../../shared/contract/imports.ts';
import type { PlanOptions } from '../../../shared/plan/plan.ts';
import { predictionOf } from '../../../shared/report/prediction.ts';
import type { Report } from '../../../shared/report/report.ts';
import type { TestServer } from '../server.ts';
import { request, upload } from './files.ts';

/** A runner over a test server; what nobody caused is thrown in the test's face. */
export function testRunner(server: TestServer, options: Partial<RunnerDeps> = {}) {
  const run = createImportRunner({
    ...server.services,
    database: server.database,
    limits: DEFAULT_LIMITS,
    onError: (error) => {
      throw error;
    },
    ...options,
  });
  return (importId: string, signal: AbortSignal = new AbortController().signal): Promise<void> =>
    run(importId, signal);
}

/** What the browser's check says of a file, with the workspace's users and teams. */
export async function checked(
  server: TestServer,
  content: string,
  given: PlanOptions = {},
  fileName = 'contacts.csv',
): Promise<Report> {
  const { id } = server.workspace;
  return check(memorySource(fileName, new TextEncoder().encode(content)), {
    recordTypes: await server.services.recordTypes.list(id),
    given: { recordType: 'contact', ...given },
    reference: await server.services.directory.reference(id),
  });
}

/** Checks a file, uploads it and submits it with its prediction, as a client does. */
export async function submitted(
  server: TestServer,
  content: string,
  given: PlanOptions = {},
): Promise<{ report: Report; import: Import }> {
  const report = await checked(server, content, given);
  const { plan } = report;
  const prediction = predictionOf(report, plan.badRows);
  const uploadId = await upload(server, server.workspace.id, content);
  const body = request(uploadId, { plan, prediction });
  const response = await server.call('POST', '/v1/imports', { as: 'importer', body });
  return { report, import: importSchema.parse(await response.json()) };
}

export async function readImport(server: TestServer, id: string): Promise<Import> {
  const response = await server.call('GET', `/v1/imports/${id}`, { as: 'viewer' });
  return importSchema.parse(await response.json());
}
