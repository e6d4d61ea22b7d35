import type { ByteSource } from '../../bytes/source.ts';
import type { Limits } from '../../check/limits.ts';
import { refuse } from '../../issues/refusal.ts';
import type { PlanOptions } from '../../plan/plan.ts';
import { listOdsSheets } from './ods-sheets.ts';
import { chooseSheet, type SheetInfo } from './sheets.ts';
import { openXlsx } from './xlsx-package.ts';
import { readZipDirectory, type ZipDirectory } from './zip-directory.ts';
import { readEntry } from './zip-entry.ts';

/** Parts that tell what an archive is. */
const CONTENTS: readonly [part: RegExp, name: string][] = [
  [/^xl\/workbook\.bin$/, 'an Excel binary workbook (.xlsb)'],
  [/^word\//, 'a Word document'],
  [/^ppt\//, 'a PowerPoint presentation'],
  [/^Index\/.*\.iwa$|^Index\.zip$/, 'a Numbers or Pages document'],
  [/^AndroidManifest\.xml$|^META-INF\/MANIFEST\.MF$/, 'a program'],
];

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/**
 * What kind of workbook an archive is, its sheets, and which of them is read.
 *
 * @throws Refusal
 */
export async function detectWorkbook(
  source: ByteSource,
  given: PlanOptions,
  limits: Limits,
  signal?: AbortSignal,
): Promise<{ format: 'xlsx' | 'ods'; sheet: string; sheets: SheetInfo[] }> {
  const directory = await readZipDirectory(source, limits);
  const format = await recognise(source, directory, signal);
  const sheets =
    format === 'ods'
      ? await listOdsSheets(source, directory, signal)
      : (await openXlsx(source, directory, signal)).sheets.map(({ name, hidden }) => ({
          name,
          hidden,
        }));
  return { format, sheet: chooseSheet(sheets, given.sheet ?? null), sheets };
}

async function recognise(
  source: ByteSource,
  directory: ZipDirectory,
  signal?: AbortSignal,
): Promise<'xlsx' | 'ods'> {
  for (const [part, detected] of CONTENTS) {
    for (const name of directory.keys()) {
      if (part.test(name)) throw refuse('wrong-file-type', { detected });
    }
  }
  if (directory.has('[Content_Types].xml')) return 'xlsx';
  const mimetype = directory.get('mimetype');
  if (mimetype && mimetype.size < 200) {
    const type = new TextDecoder().decode(await readEntry(source, mimetype, signal)).trim();
    if (type.startsWith(ODS)) return 'ods';
    if (type.startsWith('application/vnd.oasis')) throw otherType('an OpenDocument file');
    if (type === 'application/epub+zip') throw otherType('an e-book (EPUB)');
  }
  throw otherType('a ZIP archive');
}

function otherType(detected: string) {
  return refuse('wrong-file-type', { detected });
}
