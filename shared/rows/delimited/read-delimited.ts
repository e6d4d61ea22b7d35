import type { ByteSource } from '../../bytes/source.ts';
import type { Limits } from '../../check/limits.ts';
import { streamText } from '../../decode/stream-text.ts';
import type { Dialect } from '../../plan/plan.ts';
import type { RowBatch } from '../row.ts';
import { createRowSplitter } from './row-splitter.ts';

/** Rows handed on at a time. */
const BATCH_ROWS = 2000;

/**
 * The rows of delimited text. Reading waits for whoever takes the rows.
 *
 * @throws Refusal `too-many-rows`, `too-many-columns`; the signal's reason once it is aborted
 */
export async function* readDelimited(
  source: ByteSource,
  how: { encoding: string; dialect: Dialect },
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch, void, undefined> {
  const splitter = createRowSplitter(how.dialect, limits);
  for await (const { text, bytesRead } of streamText(source, how.encoding, signal)) {
    yield* batches(splitter.split(text, false), bytesRead);
  }
  yield* batches(splitter.split('', true), source.size);
}

function* batches(rows: RowBatch['rows'], bytesRead: number): Generator<RowBatch, void, undefined> {
  for (let at = 0; at < rows.length; at += BATCH_ROWS) {
    yield { rows: rows.slice(at, at + BATCH_ROWS), bytesRead };
  }
}
