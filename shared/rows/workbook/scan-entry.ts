import type { ByteSource } from '../../bytes/source.ts';
import type { RowBatch } from '../row.ts';
import type { SheetRows } from './sheet-rows.ts';
import type { XmlScanner } from './xml-scanner.ts';
import type { ZipEntry } from './zip-directory.ts';
import { streamEntry } from './zip-entry.ts';

const BATCH_ROWS = 2000;

/** Runs a scanner over a part of a workbook; yields the share that is done, from 0 to 1. */
export async function* scanEntry(
  source: ByteSource,
  entry: ZipEntry,
  scanner: XmlScanner,
  signal?: AbortSignal,
): AsyncGenerator<number, void, undefined> {
  const decoder = new TextDecoder();
  let done = 0;
  for await (const piece of streamEntry(source, entry, signal)) {
    done += piece.length;
    scanner.push(decoder.decode(piece, { stream: true }));
    yield done / entry.size;
  }
  scanner.push(decoder.decode());
  scanner.end();
}

/** Hands on the rows that come up while a part is scanned. */
export async function* batchRows(
  scan: AsyncIterable<number>,
  rows: SheetRows,
  fileSize: number,
): AsyncGenerator<RowBatch, void, undefined> {
  let share = 0;
  for await (share of scan) {
    // Small pieces of XML make few rows: they are worth handing on only together.
    while (rows.waiting >= BATCH_ROWS) {
      yield { rows: rows.take(BATCH_ROWS), bytesRead: Math.floor(share * fileSize) };
    }
  }
  while (rows.waiting > 0) yield { rows: rows.take(BATCH_ROWS), bytesRead: fileSize };
}
