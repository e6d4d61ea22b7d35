import type { ByteSource } from '../bytes/source.ts';
import type { Limits } from '../check/limits.ts';
import { readDelimited } from './delimited/read-delimited.ts';
import type { TableFormat } from './format.ts';
import type { RowBatch } from './row.ts';

/**
 * Every row of the file or sheet from its first, header and titles included, in the file's order.
 *
 * @throws Refusal; the signal's reason once it is aborted
 */
export async function* readRows(
  source: ByteSource,
  format: Pick<TableFormat, 'format' | 'encoding' | 'dialect' | 'sheet'>,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch, void, undefined> {
  const { encoding, dialect } = format;
  if (format.format === 'csv' && encoding !== null && dialect !== null) {
    yield* readDelimited(source, { encoding, dialect }, limits, signal);
  }
}
