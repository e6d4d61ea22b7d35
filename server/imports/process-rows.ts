import { judgeRows } from '../../shared/check/judge-rows.ts';
import type { Limits } from '../../shared/check/limits.ts';
import type { ReferenceData } from '../../shared/check/reference.ts';
import type { Ledger } from '../../shared/contract/imports.ts';
import { createReportBuilder } from '../../shared/report/builder.ts';
import type { Report } from '../../shared/report/report.ts';
import { detectFormat } from '../../shared/rows/format.ts';
import type { Database } from '../store/database.ts';
import { storableJson } from '../store/storable.ts';
import type { Uploads } from '../uploads/upload.ts';
import { addRow, type Batch, emptyBatch } from './batch.ts';
import { causeInWords } from './causes.ts';
import { changeImport } from './change.ts';
import { type Claim, Superseded } from './claim.ts';
import { type Landed, landBatch } from './land-batch.ts';
import { rowsOf } from './ledger.ts';
import { createRowMapping } from './row-mapping.ts';
import { cancelled, fileGone, wrongPlan } from './stopped.ts';

/** Rows that land together: enough to make a transaction worth it, few enough for quick progress. */
const BATCH_SIZE = 2_000;

/** Least time between two signs of progress, in milliseconds. */
const PROGRESS_INTERVAL = 250;

export interface ProcessDeps {
  database: Database;
  uploads: Uploads;
  directory: { reference(workspaceId: string): Promise<ReferenceData> };
  limits: Limits;
  /** Rows that land together. */
  batchSize?: number;
  /** Told after each batch that landed; what it throws ends the run as a crash would. */
  afterBatch?: (claim: Claim, lastRow: number) => void | Promise<void>;
}

/**
 * Judges every row of the file and lands those that have not landed yet, batch by batch. Rows up to
 * the checkpoint are judged again, because what came before decides whether a row repeats another.
 *
 * @throws Refusal when the file as a whole cannot be imported
 * @throws Stopped, Superseded, or the signal's reason once it is aborted
 */
export async function processRows(
  deps: ProcessDeps,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const { plan, recordType, workspaceId } = claim;
  const upload = await deps.uploads.open(workspaceId, claim.uploadId);
  if (!upload) throw fileGone();
  const format = await detectFormat(upload.source, plan, deps.limits, signal);
  if (format.format !== plan.format) throw wrongPlan();
  const reference = await deps.directory.reference(workspaceId);
  const file = upload.fileName;
  const report = createReportBuilder({ file, plan, recordType, reference });
  const mapping = createRowMapping(plan, recordType);
  const landing = createLanding(deps, claim, mapping);

  // A run that ends early must not leave the last batch on its way behind it.
  try {
    let batch = emptyBatch();
    const judging = judgeRows(upload.source, {
      plan,
      recordType,
      reference,
      limits: deps.limits,
      signal,
    });
    for await (const judged of judging) {
      report.add(judged);
      for (const row of judged.rows) {
        if (row.row <= claim.checkpoint) continue;
        addRow(batch, row, mapping, plan.badRows);
        if (batch.rows < (deps.batchSize ?? BATCH_SIZE)) continue;
        await landing.land(batch);
        signal.throwIfAborted();
        batch = emptyBatch();
      }
    }
    if (batch.rows > 0) await landing.land(batch);
  } finally {
    await landing.settled();
  }
  const ledger = landing.ledger();
  await closeRows(deps, claim, ledger, report.finish());
}

/** Lands batches one after the other, while the rows of the next one are judged. */
function createLanding(
  deps: ProcessDeps,
  claim: Claim,
  { fieldOf, matchColumn }: ReturnType<typeof createRowMapping>,
) {
  let state: Landed = { ledger: claim.ledger, cancelRequested: false, collided: false };
  let shown = 0;
  let underWay: Promise<void> = Promise.resolve();

  const run = async (batch: Batch): Promise<void> => {
    const now = performance.now();
    const visible = now - shown >= PROGRESS_INTERVAL;
    const landed = await landBatch(deps.database, claim, batch, {
      ledger: state.ledger,
      careful: state.collided,
      visible,
      matchColumn,
      fieldOf,
    });
    if (visible) shown = now;
    state = { ...landed, collided: state.collided || landed.collided };
    await deps.afterBatch?.(claim, batch.lastRow);
  };

  return {
    /** Starts a batch once the one before has landed. */
    async land(batch: Batch): Promise<void> {
      await underWay;
      if (state.cancelRequested) throw cancelled();
      underWay = run(batch);
      // Its failure is met by whoever waits for it next.
      underWay.catch(() => {});
    },
    settled: (): Promise<void> => underWay,
    ledger: (): Ledger => state.ledger,
  };
}

/** Every row has its bucket: what was found is kept for PostProcessing, even across workers. */
async function closeRows(
  { database }: ProcessDeps,
  claim: Claim,
  ledger: Ledger,
  { digest, causes }: Report,
): Promise<void> {
  // Errors are counted from the error records, which also know what the database refused.
  const remarks = causes.filter(({ severity }) => severity !== 'error').map(causeInWords);
  const closed = await database.transaction((tx) =>
    changeImport(tx, claim, {
      set: `status = 'PostProcessing', digest = $3, causes = $4::jsonb, rows_total = $5`,
      when: `run = $6 AND status = 'Processing'`,
      params: [digest, storableJson(remarks), rowsOf(ledger), claim.run],
    }),
  );
  if (!closed) throw new Superseded();
}
