import { readBytes } from '../bytes/read.ts';
import type { ByteSource } from '../bytes/source.ts';
import type { Limits } from '../check/limits.ts';
import { SAMPLE_SIZE } from '../decode/encoding.ts';
import { recogniseSignature } from '../decode/signature.ts';
import { refuse } from '../issues/refusal.ts';
import type { Dialect, PlanOptions } from '../plan/plan.ts';
import { detectDelimited } from './delimited/detect-delimited.ts';
import { refuseCompoundFile } from './workbook/compound-file.ts';
import { detectWorkbook } from './workbook/detect-workbook.ts';
import type { SheetInfo } from './workbook/sheets.ts';

export type { SheetInfo };

/** How a file is written. */
export interface TableFormat {
  format: 'csv' | 'xlsx' | 'ods';
  /** WHATWG name; null for workbooks. */
  encoding: string | null;
  /** null for workbooks. */
  dialect: Dialect | null;
  /** The sheet that is read; null for delimited text. */
  sheet: string | null;
  /** All sheets; empty for delimited text. */
  sheets: SheetInfo[];
}

/**
 * Decides how the file is written; what `given` says wins.
 *
 * @throws Refusal `empty-file`, `wrong-file-type`, `encrypted-file`, `damaged-file`,
 *   `file-too-large`, `decompression-limit`, `unknown-sheet`, `unknown-encoding`; the signal's
 *   reason once it is aborted
 */
export async function detectFormat(
  source: ByteSource,
  given: PlanOptions,
  limits: Limits,
  signal?: AbortSignal,
): Promise<TableFormat> {
  signal?.throwIfAborted();
  if (source.size === 0) throw refuse('empty-file', {});
  if (source.size > limits.fileSize) {
    throw refuse('file-too-large', { limit: limits.fileSize, size: source.size });
  }
  const head = await readBytes(source, 0, SAMPLE_SIZE);
  const signature = recogniseSignature(head);
  if (signature.kind === 'other') throw refuse('wrong-file-type', { detected: signature.name });
  if (signature.kind === 'compound') throw await refuseCompoundFile(source);
  if (signature.kind === 'zip') {
    const workbook = await detectWorkbook(source, given, limits, signal);
    return { ...workbook, encoding: null, dialect: null };
  }
  const delimited = await detectDelimited(source, head, given, signal);
  return { format: 'csv', ...delimited, sheet: null, sheets: [] };
}
