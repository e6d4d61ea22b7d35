import type { ByteSource } from '../bytes/source.ts';
import type { Limits } from '../check/limits.ts';
import { readDelimited } from './delimited/read-delimited.ts';
import type { TableFormat } from './format.ts';
import type { RowBatch } from './row.ts';
import { readOds } from './workbook/read-ods.ts';
import { readXlsx } from './workbook/read-xlsx.ts';

/**
 * Every row of the file or sheet from its first, header and titles included, in the file's order.
 * `format` is complete, as `detectFormat` gives it.
 *
 * @throws Refusal; the signal's reason once it is aborted
 */
export function readRows(
  source: ByteSource,
  format: Pick<TableFormat, 'format' | 'encoding' | 'dialect' | 'sheet'>,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch, void, undefined> {
  const { encoding, dialect, sheet } = format;
  if (format.format === 'csv') {
    if (encoding === null || dialect === null)
      throw new TypeError('encoding and dialect are needed');
    return readDelimited(source, { encoding, dialect }, limits, signal);
  }
  if (sheet === null) throw new TypeError('the sheet is needed');
  const read = format.format === 'xlsx' ? readXlsx : readOds;
  return read(source, sheet, limits, signal);
}
