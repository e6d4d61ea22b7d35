import type { Row } from '../rows/row.ts';
import { ADDED_LABELS } from './labels.ts';
import { restoredCell } from './neutralise.ts';

/** Whether a file with these labels is an error file: it has the columns that one ends with. */
export function isErrorFile(labels: readonly string[]): boolean {
  const start = labels.length - ADDED_LABELS.length;
  return ADDED_LABELS.every((label, at) => labels[start + at] === label);
}

/**
 * A function that gives the rows of a file back as they were before an error file was made of them;
 * rows of any other file stay as they are.
 */
export function restorer(labels: readonly string[]): (row: Row) => Row {
  return isErrorFile(labels) ? restored : (row) => row;
}

function restored(row: Row): Row {
  return { ...row, cells: row.cells.map(restoredCell) };
}
