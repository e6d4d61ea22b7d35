import Papa from 'papaparse';
import type { ErrorRecord } from '../contract/imports.ts';
import { ADDED_LABELS, CODE_SEPARATOR } from './labels.ts';
import { FORMULA } from './neutralise.ts';

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
    codes.join(CODE_SEPARATOR),
    errors.map((issue) => issue.message).join(' '),
  ]);
}

/** `contacts.xlsx` → `contacts-errors.csv`. */
export function errorFileName(fileName: string): string {
  return `${fileName.replace(/\.[^.]*$/, '')}-errors.csv`;
}

function csvLine(cells: readonly string[]): string {
  return `${Papa.unparse([cells], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}
