import type { ByteSource } from '../bytes/source.ts';
import { restorer } from '../error-file/recognise.ts';
import { otherColumn } from '../header/other-column.ts';
import { refuse } from '../issues/refusal.ts';
import type { Plan } from '../plan/plan.ts';
import type { RecordType } from '../record-types/record-type.ts';
import { readRows } from '../rows/read-rows.ts';
import type { Row } from '../rows/row.ts';
import { type JudgedRow, rowJudge } from '../rules/row-judge.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { ReferenceData } from './reference.ts';

export type { JudgedRow } from '../rules/row-judge.ts';

/** Judged rows in the order of the file. */
export interface JudgedBatch {
  rows: readonly JudgedRow[];
  /** How far into the file the reader is, in bytes. */
  bytesRead: number;
}

export interface JudgeOptions {
  plan: Plan;
  recordType: RecordType;
  reference: ReferenceData;
  limits?: Limits;
  signal?: AbortSignal;
  /** Whether typed values of ready rows are wanted; true unless said otherwise. */
  values?: boolean;
}

/**
 * Reads and judges every row below the header by a complete plan: one pass, the same verdicts for the
 * same bytes and plan wherever it runs.
 *
 * @throws Refusal when the file cannot be read any further, a required field has no column, the header
 *   is not the plan's, or there was no row to judge; the signal's reason once it is aborted
 */
export async function* judgeRows(
  source: ByteSource,
  options: JudgeOptions,
): AsyncGenerator<JudgedBatch, void, undefined> {
  const { plan, recordType, reference, limits = DEFAULT_LIMITS, signal } = options;
  refuseWithoutRequired(plan, recordType);
  const judge = rowJudge({
    plan,
    recordType,
    reference,
    cellLength: limits.cellLength,
    values: options.values ?? true,
  });
  const header = plan.headerRow ?? 0;
  const restore = restorer(plan.columns.map(({ label }) => label));
  let allBlank = true;
  for await (const { rows, bytesRead } of readRows(source, plan, limits, signal)) {
    signal?.throwIfAborted();
    const judged: JudgedRow[] = [];
    for (const row of rows) {
      if (row.number > header) judged.push(judge(restore(row)));
      else if (row.number === header) refuseOtherColumns(row, plan);
    }
    allBlank &&= judged.every(({ bucket }) => bucket === 'blank');
    yield { rows: judged, bytesRead };
  }
  if (allBlank) throw refuse('no-rows', {});
}

function refuseOtherColumns(header: Row, { columns }: Plan): void {
  const other = otherColumn(header.cells, columns);
  if (other) throw refuse('wrong-plan', other);
}

function refuseWithoutRequired(plan: Plan, recordType: RecordType): void {
  const mapped = new Set(plan.columns.map(({ field }) => field));
  for (const { name, title, constraints } of recordType.fields) {
    if (constraints?.required && !mapped.has(name)) {
      throw refuse('required-column', { field: title ?? name });
    }
  }
}
