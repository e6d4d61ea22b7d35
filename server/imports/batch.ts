import type { Plan } from '../../shared/plan/plan.ts';
import type { JudgedRow } from '../../shared/rules/row-judge.ts';
import type { FailedRow } from '../errors/store-errors.ts';
import type { LoadRow } from './load-records.ts';
import type { RowMapping } from './row-mapping.ts';

/** Rows that land together with the checkpoint behind them. */
export interface Batch {
  rows: number;
  /** Last source row of the batch. */
  lastRow: number;
  ready: LoadRow[];
  failed: FailedRow[];
  blank: number;
}

export function emptyBatch(): Batch {
  return { rows: 0, lastRow: 0, ready: [], failed: [], blank: 0 };
}

/** Adds a judged row to the bucket where it ends. */
export function addRow(
  batch: Batch,
  judged: JudgedRow,
  mapping: RowMapping,
  badRows: Plan['badRows'],
): void {
  const { row, cells, issues, bucket, values } = judged;
  batch.rows++;
  batch.lastRow = row;
  if (bucket === 'blank') batch.blank++;
  else if (bucket === 'ready' && values) {
    batch.ready.push({
      row,
      matchKey: mapping.matchKey(values),
      values,
      owner: mapping.owner(values),
      team: mapping.team(values),
      cells: judged.original ?? cells,
    });
  } else {
    const left = bucket === 'excluded' || badRows === 'exclude';
    const original = judged.original ?? cells;
    batch.failed.push({ row, bucket: left ? 'excluded' : 'error', cells: original, issues });
  }
}
