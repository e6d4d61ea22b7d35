import type { CreateImport } from '../../shared/contract/imports.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import { ApiProblem } from '../http/problem.ts';
import type { Queryable } from '../store/database.ts';
import type { Uploads } from '../uploads/upload.ts';
import { checkPlan } from './check-plan.ts';

export interface AdmitDeps {
  database: Queryable;
  uploads: Uploads;
  recordTypes: { get(workspaceId: string, name: string): Promise<RecordType | null> };
  limits: { waitingImports: number };
}

/**
 * Everything that must hold before an import is created.
 *
 * @throws ApiProblem with the way out
 */
export async function admit(
  { database, uploads, recordTypes, limits }: AdmitDeps,
  workspaceId: string,
  request: CreateImport,
): Promise<{ size: number; recordType: RecordType }> {
  const upload = await uploads.open(workspaceId, request.uploadId);
  if (!upload) {
    throw new ApiProblem(
      422,
      'unknown-upload',
      'The uploaded file is not here; it may have been deleted because it was never submitted. Upload it again.',
    );
  }
  if (!upload.complete) {
    throw new ApiProblem(
      422,
      'unfinished-upload',
      'The file has not arrived completely. Let the upload finish, then submit it.',
    );
  }
  const recordType = await recordTypes.get(workspaceId, request.plan.recordType);
  if (!recordType) {
    throw new ApiProblem(
      422,
      'unknown-record-type',
      `There is no record type “${request.plan.recordType}” in this workspace. Choose one that exists, or ask an administrator to add it.`,
    );
  }
  const details = checkPlan(request.plan, recordType);
  if (details.length > 0) {
    throw new ApiProblem(
      422,
      'invalid-plan',
      'The plan does not fit the record type. Check the file again, then submit it.',
      { details },
    );
  }
  const [open] = await database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM imports
     WHERE workspace_id = $1 AND status IN ('Uploaded', 'Processing', 'PostProcessing')`,
    [workspaceId],
  );
  if ((open?.count ?? 0) >= limits.waitingImports) {
    throw new ApiProblem(
      429,
      'too-many-imports',
      `${limits.waitingImports} imports of this workspace are waiting already. Submit this one when some of them have ended.`,
      { headers: { 'Retry-After': '30' } },
    );
  }
  return { size: upload.size, recordType };
}
