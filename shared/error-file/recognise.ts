import type { IssueCode } from '../issues/issue.ts';
import type { Row } from '../rows/row.ts';
import { ADDED_LABELS, CODE_SEPARATOR } from './labels.ts';
import { restoredCell } from './neutralise.ts';

/** Whether a file with these labels is an error file: it has the columns that one ends with. */
export function isErrorFile(labels: readonly string[]): boolean {
  const start = labels.length - ADDED_LABELS.length;
  return ADDED_LABELS.every((label, at) => labels[start + at] === label);
}

/**
 * Codes of rows whose cells may stand in the wrong columns. An error file gives every cell a column and
 * its quotation marks, so that the row looks sound in it: only its codes still tell.
 */
const OF_DAMAGE: ReadonlySet<string> = new Set<IssueCode>([
  'missing-cell',
  'extra-cell',
  'unclosed-quote',
  'stray-quote',
  'cell-too-large',
  'still-marked',
]);

/**
 * A function that tells whether a row of an error file still names the damage that it had in the
 * original; no row of any other file does. Other codes do not matter: those cells are judged anew.
 */
export function marker(labels: readonly string[]): (cells: readonly string[]) => boolean {
  if (!isErrorFile(labels)) return () => false;
  const column = labels.length - ADDED_LABELS.length + ADDED_LABELS.indexOf('Error codes');
  return (cells) => {
    const codes = (cells[column] ?? '').split(CODE_SEPARATOR.trim());
    return codes.some((code) => OF_DAMAGE.has(code.trim()));
  };
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
