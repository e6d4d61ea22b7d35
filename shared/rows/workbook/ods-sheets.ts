import type { ByteSource } from '../../bytes/source.ts';
import { refuse } from '../../issues/refusal.ts';
import { scanEntry } from './scan-entry.ts';
import type { SheetInfo } from './sheets.ts';
import { createXmlScanner } from './xml-scanner.ts';
import { attributeOf, xmlTags } from './xml-tags.ts';
import type { ZipDirectory, ZipEntry } from './zip-directory.ts';
import { readEntry } from './zip-entry.ts';

const MAX_MANIFEST = 16 * 1024 * 1024;

/**
 * The sheets of an OpenDocument spreadsheet, in order.
 *
 * @throws Refusal `encrypted-file`, `damaged-file`
 */
export async function listOdsSheets(
  source: ByteSource,
  directory: ZipDirectory,
  signal?: AbortSignal,
): Promise<SheetInfo[]> {
  const content = await odsContent(source, directory, signal);
  const hiddenStyles = new Set<string>();
  const sheets: SheetInfo[] = [];
  let style = '';
  let depth = 0;
  const scanner = createXmlScanner({
    open(name, attributes) {
      if (name === 'style') style = attributeOf(attributes, 'style:name') ?? '';
      else if (name === 'table-properties') {
        if (attributeOf(attributes, 'table:display') === 'false') hiddenStyles.add(style);
      } else if (name === 'table' && depth++ === 0) {
        const styleName = attributeOf(attributes, 'table:style-name') ?? '';
        const sheetName = attributeOf(attributes, 'table:name') ?? '';
        sheets.push({ name: sheetName, hidden: hiddenStyles.has(styleName) });
      }
    },
    close(name) {
      if (name === 'table') depth--;
    },
    text() {},
  });
  for await (const _ of scanEntry(source, content, scanner, signal));
  return sheets;
}

/**
 * The part that holds the cells.
 *
 * @throws Refusal `encrypted-file` for a workbook with a password, `damaged-file`
 */
export async function odsContent(
  source: ByteSource,
  directory: ZipDirectory,
  signal?: AbortSignal,
): Promise<ZipEntry> {
  const manifest = directory.get('META-INF/manifest.xml');
  if (manifest && manifest.size < MAX_MANIFEST) {
    const xml = new TextDecoder().decode(await readEntry(source, manifest, signal));
    for (const { name } of xmlTags(xml)) {
      if (name === 'encryption-data') throw refuse('encrypted-file', {});
    }
  }
  if (directory.has('encrypted-package')) throw refuse('encrypted-file', {});
  const content = directory.get('content.xml');
  if (!content) throw refuse('damaged-file', { detail: 'its contents are missing' });
  return content;
}
