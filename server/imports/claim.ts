import type { Ledger, Prediction } from '../../shared/contract/imports.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import type { Database } from '../store/database.ts';
import { changeImport } from './change.ts';

/** An import that this worker runs now, as it stood when it was claimed. */
export interface Claim {
  importId: string;
  workspaceId: string;
  uploadId: string;
  plan: Plan;
  recordType: RecordType;
  prediction: Prediction | null;
  status: 'Processing' | 'PostProcessing';
  /** Number of this run; nothing lands once another run has begun. */
  run: number;
  /** Runs since the last batch that landed, this one included; those that were told to end do not count. */
  attempts: number;
  /** Last source row that landed in an earlier run. */
  checkpoint: number;
  /** Rows in each bucket up to the checkpoint. */
  ledger: Ledger;
  cancelRequested: boolean;
}

interface ClaimRow {
  upload_id: string;
  plan: Plan;
  record_schema: RecordType;
  prediction: Prediction | null;
  status: Claim['status'];
  run: number;
  attempts: number;
  checkpoint: number;
  ledger: Ledger;
  cancel_requested_at: Date | null;
}

/** Thrown when another run of the same import has begun; this one must stop without a trace. */
export class Superseded extends Error {
  constructor() {
    super('Another worker has taken the import over');
    this.name = 'Superseded';
  }
}

/** Takes an import for this worker; null when there is nothing left to do. */
export async function claimImport(database: Database, importId: string): Promise<Claim | null> {
  const [found] = await database.query<{ workspace_id: string }>(
    'SELECT workspace_id FROM imports WHERE id = $1',
    [importId],
  );
  if (!found) return null;
  const key = { workspaceId: found.workspace_id, importId };
  const row = await database.transaction((tx) =>
    changeImport<ClaimRow>(tx, key, {
      set: `run = run + 1,
        attempts = attempts + 1,
        started_at = coalesce(started_at, now()),
        status = CASE status WHEN 'Uploaded' THEN 'Processing' ELSE status END`,
      when: `status IN ('Uploaded', 'Processing', 'PostProcessing')`,
      returning: `upload_id, plan, record_schema, prediction, status, run, attempts, checkpoint,
        ledger, cancel_requested_at`,
    }),
  );
  if (!row) return null;
  return {
    ...key,
    uploadId: row.upload_id,
    plan: row.plan,
    recordType: row.record_schema,
    prediction: row.prediction,
    status: row.status,
    run: row.run,
    attempts: row.attempts,
    checkpoint: row.checkpoint,
    ledger: row.ledger,
    cancelRequested: row.cancel_requested_at !== null,
  };
}

/** Makes a run that had to end early count no more as one that failed. */
export async function takeBackAttempt(
  database: Database,
  { workspaceId, importId, run }: Pick<Claim, 'workspaceId' | 'importId' | 'run'>,
): Promise<void> {
  // A batch that landed has set it to zero already.
  await database.query(
    `UPDATE imports SET attempts = greatest(attempts - 1, 0)
     WHERE workspace_id = $1 AND id = $2 AND run = $3`,
    [workspaceId, importId, run],
  );
}
