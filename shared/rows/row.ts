import type { Issue } from '../issues/issue.ts';

/** What reading itself found wrong with a row. */
export type RowDamage = Extract<Issue['code'], 'unclosed-quote' | 'stray-quote' | 'cell-too-large'>;

/**
 * One row as it stands in the file. `number` is what a spreadsheet program shows: it counts from 1,
 * blank rows count, and a record with line breaks inside quotes is one row.
 *
 * Cells are text as the person would type it. Cells of workbooks that hold typed values come as:
 * date `YYYY-MM-DD`, date and time `YYYY-MM-DDTHH:mm:ss`, number with `.` and no group marks,
 * boolean `TRUE` or `FALSE`, error its name (`#REF!`), nothing as the empty string.
 */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
  readonly damage?: { readonly code: RowDamage; readonly column: number };
}

/** Rows in the order of the file, a few hundred to a few thousand at a time. */
export interface RowBatch {
  readonly rows: readonly Row[];
  /** How far into the file the reader is, in bytes; for progress. */
  readonly bytesRead: number;
}

/** A row without any text in it. */
export function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}
