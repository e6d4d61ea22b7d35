import type { Ledger } from '../../shared/contract/imports.ts';
import type { Issue } from '../../shared/issues/issue.ts';
import { type FailedRow, storeErrors } from '../errors/store-errors.ts';
import type { Database, Queryable } from '../store/database.ts';
import { sqlStateOf, UNIQUE_VIOLATION } from '../store/sql-state.ts';
import type { Batch } from './batch.ts';
import { changeImport } from './change.ts';
import { type Claim, Superseded } from './claim.ts';
import { addLedgers } from './ledger.ts';
import { loadNewRecords, loadRecords } from './load-records.ts';
import { analyse } from './statistics.ts';

/** What holds once a batch has landed. */
export interface Landed {
  ledger: Ledger;
  cancelRequested: boolean;
  /** Whether a match key was taken: then more are likely to be. */
  collided: boolean;
}

export interface LandOptions {
  /** Rows in each bucket before this batch. */
  ledger: Ledger;
  /** Expect match keys to be taken. */
  careful: boolean;
  /** Whether watchers are told. */
  visible: boolean;
  matchColumn: number | null;
  fieldOf: (column: number) => string | null;
}

/**
 * Lands a batch: its records, its error records and the checkpoint, all or nothing.
 *
 * @throws Superseded when another run of the import has begun
 */
export async function landBatch(
  database: Database,
  claim: Claim,
  batch: Batch,
  options: LandOptions,
): Promise<Landed> {
  let { careful } = options;
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(database, claim, batch, { ...options, careful });
    } catch (error) {
      const code = sqlStateOf(error);
      if (code === UNIQUE_VIOLATION && !careful) {
        careful = true;
        await analyse(database);
      } else if (!STOOD_IN_THE_WAY.has(code) || tries === MAX_TRIES) throw error;
    }
  }
}

function attempt(
  database: Database,
  claim: Claim,
  batch: Batch,
  options: LandOptions,
): Promise<Landed> {
  return database.transaction(async (tx) => {
    // Nobody has heard of a batch that is not visible. Should the database itself crash before the
    // batch is on disk, its checkpoint is gone with it and its rows are loaded again.
    if (!options.visible) await tx.query(`SELECT set_config('synchronous_commit', 'off', true)`);
    const target = {
      workspaceId: claim.workspaceId,
      recordType: claim.recordType.name,
      importId: claim.importId,
    };
    const taken = options.careful ? await loadRecords(tx, target, batch.ready) : [];
    if (!options.careful) await loadNewRecords(tx, target, batch.ready);
    const duplicates = taken.map(({ row, cells, recordId }): FailedRow => {
      const issue: Issue<'duplicate-record'> = {
        code: 'duplicate-record',
        row,
        ...(options.matchColumn === null ? {} : { column: options.matchColumn }),
        params: { recordId: String(recordId) },
      };
      return { row, bucket: 'error', cells, issues: [issue] };
    });
    const failed = [...batch.failed, ...duplicates];
    await storeErrors(tx, target, failed, options.fieldOf);
    const errors = failed.filter((row) => row.bucket === 'error').length;
    const ledger = addLedgers(options.ledger, {
      created: batch.ready.length - taken.length,
      updated: 0,
      unchanged: 0,
      error: errors,
      excluded: failed.length - errors,
      blank: batch.blank,
    });
    const checkpoint = await moveCheckpoint(tx, claim, batch.lastRow, ledger, options.visible);
    return { ledger, collided: taken.length > 0, ...checkpoint };
  });
}

async function moveCheckpoint(
  tx: Queryable,
  claim: Claim,
  row: number,
  ledger: Ledger,
  visible: boolean,
): Promise<{ cancelRequested: boolean }> {
  const set = `checkpoint = $3, ledger = $4::jsonb, attempts = 0`;
  const when = `run = $5 AND status = 'Processing'`;
  const params = [row, JSON.stringify(ledger), claim.run];
  const returning = 'cancel_requested_at';
  const moved = visible
    ? await changeImport<{ cancel_requested_at: Date | null }>(tx, claim, {
        set,
        when,
        params,
        returning,
      })
    : (
        await tx.query<{ cancel_requested_at: Date | null }>(
          `UPDATE imports SET ${set} WHERE workspace_id = $1 AND id = $2 AND ${when}
           RETURNING ${returning}`,
          [claim.workspaceId, claim.importId, ...params],
        )
      )[0];
  if (!moved) throw new Superseded();
  return { cancelRequested: moved.cancel_requested_at !== null };
}

/** Two imports that load the same keys in different orders: deadlock, serialisation failure. */
const STOOD_IN_THE_WAY = new Set(['40P01', '40001']);

const MAX_TRIES = 5;
