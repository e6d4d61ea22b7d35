import type {
  Import,
  ImportCause,
  ImportStatus,
  Ledger,
  Outcome,
  Prediction,
} from '../../shared/contract/imports.ts';
import { resultsOf, rowsOf } from './ledger.ts';
import { isTerminal } from './status.ts';

/** Columns that `toImport` needs, for `SELECT` and `RETURNING`. */
export const IMPORT_COLUMNS = `imports.id, imports.workspace_id, imports.seq, imports.file_name,
  imports.file_size, imports.record_type, imports.status, imports.outcome, imports.ledger,
  imports.rows_total, imports.reason, imports.digest, imports.causes, imports.prediction,
  imports.created_by, imports.created_at, imports.started_at, imports.finished_at, imports.revision`;

export interface ImportRow {
  id: string;
  workspace_id: string;
  seq: number;
  file_name: string;
  file_size: number;
  record_type: string;
  status: ImportStatus;
  outcome: Outcome | null;
  ledger: Ledger;
  rows_total: number | null;
  reason: { code: string; message: string } | null;
  digest: string | null;
  causes: ImportCause[];
  prediction: Prediction | null;
  created_by: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  revision: number;
}

/** An import as clients see it: results, ledger and causes only once they are final. */
export function toImport(row: ImportRow): Import {
  const ended = isTerminal(row.status);
  const rows = rowsOf(row.ledger);
  return {
    id: row.id,
    fileName: row.file_name,
    fileSize: row.file_size,
    recordType: row.record_type,
    status: row.status,
    outcome: row.outcome,
    results: ended ? resultsOf(row.ledger) : null,
    ledger: ended ? row.ledger : null,
    progress: { rows, total: row.rows_total === null ? null : Math.max(rows, row.rows_total) },
    reason: row.reason,
    causes: ended ? row.causes : [],
    prediction: row.prediction ? { ...row.prediction, held: predictionHeld(row) } : null,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    revision: row.revision,
  };
}

/** null until it can be told; a failed import never tells. */
function predictionHeld({ status, prediction, digest, ledger }: ImportRow): boolean | null {
  if (status !== 'Completed' || !prediction || digest === null) return null;
  // Equal verdicts are not enough: a record that was there already fails a row that was ready.
  return digest === prediction.digest && resultsOf(ledger).successes === prediction.ready;
}
