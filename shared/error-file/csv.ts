import type { ErrorRecord } from '../contract/imports.ts';

/** Labels of the columns that an error file has after those of the original file. */
export const ADDED_LABELS = ['Row', 'Error codes', 'Errors'] as const;

/** Spreadsheet programs run a cell that begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The first line of an error file, byte order mark included: without one Excel reads UTF-8 as
 * Windows-1252.
 */
export function errorFileHeader(labels: readonly string[]): string {
  return `\uFEFF${csvLine([...labels, ...ADDED_LABELS])}`;
}

/**
 * One error record as a line of an error file, filled up to `width` columns so that the added ones
 * stay under their labels. `width` is that of the widest row: cells beyond it would be lost.
 */
export function errorFileLine(record: ErrorRecord, width: number): string {
  const cells = Array.from({ length: width }, (_, index) => record.cells[index] ?? '');
  const errors = record.issues.filter((issue) => issue.severity === 'error');
  const codes = [...new Set(errors.map((issue) => issue.code))];
  return csvLine([
    ...cells,
    String(record.row),
    codes.join('; '),
    errors.map((issue) => issue.message).join(' '),
  ]);
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell quoted where RFC 4180 asks for it, and kept from being run as a formula. */
function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
