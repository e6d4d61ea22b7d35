import type { ByteSource } from '../../bytes/source.ts';
import type { Limits } from '../../check/limits.ts';
import { refuse } from '../../issues/refusal.ts';
import type { RowBatch } from '../row.ts';
import { type NumberFormat, readCellFormats } from './number-format.ts';
import { batchRows, scanEntry } from './scan-entry.ts';
import { createSharedStringsReader } from './shared-strings.ts';
import { createSheetRows } from './sheet-rows.ts';
import { unknownSheet } from './sheets.ts';
import { openXlsx } from './xlsx-package.ts';
import { createXlsxSheetReader } from './xlsx-sheet.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { readEntry } from './zip-entry.ts';

/** These two are held in memory as a whole, unlike the sheet. Bytes. */
const MAX_STYLES = 64 * 1024 * 1024;
const MAX_STRINGS = 512 * 1024 * 1024;

/**
 * The rows of one sheet of an XLSX workbook, decompressed and read as they are taken.
 *
 * @throws Refusal; the signal's reason once it is aborted
 */
export async function* readXlsx(
  source: ByteSource,
  sheetName: string,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<RowBatch, void, undefined> {
  const directory = await readZipDirectory(source, limits);
  const { sheets, styles, isDate1904, ...workbook } = await openXlsx(source, directory, signal);
  const sheet = sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw unknownSheet(sheetName, sheets);

  const strings = workbook.strings ? await readStrings(source, workbook.strings, signal) : [];
  const formats = styles ? await readFormats(source, styles, signal) : [];
  const rows = createSheetRows(limits, source.size);
  const reader = createXlsxSheetReader({ strings, formats, isDate1904 }, rows);
  yield* batchRows(scanEntry(source, sheet.part, reader, signal), rows, source.size);
}

async function readStrings(
  source: ByteSource,
  part: ZipEntry,
  signal?: AbortSignal,
): Promise<string[]> {
  if (part.size > MAX_STRINGS) throw refuse('decompression-limit', { limit: MAX_STRINGS });
  const strings: string[] = [];
  for await (const _ of scanEntry(source, part, createSharedStringsReader(strings), signal));
  return strings;
}

async function readFormats(
  source: ByteSource,
  styles: ZipEntry,
  signal?: AbortSignal,
): Promise<NumberFormat[]> {
  if (styles.size > MAX_STYLES) throw refuse('decompression-limit', { limit: MAX_STYLES });
  return readCellFormats(new TextDecoder().decode(await readEntry(source, styles, signal)));
}
