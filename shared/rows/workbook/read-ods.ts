import type { ByteSource } from '../../bytes/source.ts';
import type { Limits } from '../../check/limits.ts';
import type { RowBatch } from '../row.ts';
import { createOdsSheetReader } from './ods-sheet.ts';
import { odsContent } from './ods-sheets.ts';
import { batchRows, scanEntry } from './scan-entry.ts';
import { createSheetRows } from './sheet-rows.ts';
import { readZipDirectory } from './zip-directory.ts';

/**
 * The rows of one sheet of an OpenDocument spreadsheet, decompressed and read as they are taken.
 *
 * @throws Refusal; the signal's reason once it is aborted
 */
export async function* readOds(
  source: ByteSource,
  sheetName: string,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch, void, undefined> {
  const directory = await readZipDirectory(source, limits);
  const content = await odsContent(source, directory, signal);
  const rows = createSheetRows(limits, source.size);
  const reader = createOdsSheetReader(sheetName, rows);
  yield* batchRows(scanEntry(source, content, reader, signal), rows, source.size);
}
