import type { ByteSource } from '../../bytes/source.ts';
import { refuse } from '../../issues/refusal.ts';
import { type XmlTag, xmlTags } from './xml-tags.ts';
import type { ZipDirectory, ZipEntry } from './zip-directory.ts';
import { readEntry } from './zip-entry.ts';

/** A sheet with cells; chart sheets are none. */
export interface XlsxSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: ZipEntry;
}

/** Where everything is in a workbook (ECMA-376 part 2, Open Packaging Conventions). */
export interface XlsxPackage {
  readonly sheets: readonly XlsxSheet[];
  readonly strings: ZipEntry | null;
  readonly styles: ZipEntry | null;
  /** Whether days are counted from 1904 instead of 1900. */
  readonly isDate1904: boolean;
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

const MAX_CONTENTS = 16 * 1024 * 1024;

/**
 * Reads a workbook's table of contents.
 *
 * @throws Refusal `damaged-file`, `encrypted-file`, `decompression-limit`
 */
export async function openXlsx(
  source: ByteSource,
  directory: ZipDirectory,
  signal?: AbortSignal,
): Promise<XlsxPackage> {
  const tagsOf = async (name: string) => [
    ...xmlTags(await readXml(source, directory, name, signal)),
  ];

  const root = relationships(await tagsOf('_rels/.rels'), '');
  const workbookName = root.find(({ type }) => type === 'officeDocument')?.target;
  if (workbookName === undefined) throw missing('its workbook');

  const workbook = await tagsOf(workbookName);
  const slash = workbookName.lastIndexOf('/') + 1;
  const folder = workbookName.slice(0, slash);
  const related = relationships(
    await tagsOf(`${folder}_rels/${workbookName.slice(slash)}.rels`),
    folder,
  );
  const partOfType = (wanted: string) => {
    const found = related.find(({ type }) => type === wanted);
    return found ? (entryNamed(directory, found.target) ?? null) : null;
  };

  const sheets = workbook.filter(isSheet).flatMap((tag) => {
    const target = related.find(({ id }) => id === tag.attributes.get('id'));
    if (target?.type !== 'worksheet') return [];
    const name = tag.attributes.get('name') ?? '';
    const part = entryNamed(directory, target.target);
    if (!part) throw missing(`the sheet “${name}”`);
    return [{ name, hidden: /hidden$/i.test(tag.attributes.get('state') ?? ''), part }];
  });
  if (sheets.length === 0) throw missing('every sheet');

  const properties = workbook.find(({ name }) => name === 'workbookPr')?.attributes;
  return {
    sheets,
    strings: partOfType('sharedStrings'),
    styles: partOfType('styles'),
    isDate1904: /^(1|true)$/.test(properties?.get('date1904') ?? ''),
  };
}

function isSheet(tag: XmlTag): boolean {
  return tag.name === 'sheet' && tag.attributes.has('name') && tag.attributes.has('id');
}

async function readXml(
  source: ByteSource,
  directory: ZipDirectory,
  name: string,
  signal?: AbortSignal,
): Promise<string> {
  const entry = entryNamed(directory, name);
  if (!entry || entry.size > MAX_CONTENTS) throw missing(`its part ${name}`);
  return new TextDecoder().decode(await readEntry(source, entry, signal));
}

/** Part names are compared without regard to case (OPC, 6.2.2.3). */
function entryNamed(directory: ZipDirectory, name: string): ZipEntry | undefined {
  const exact = directory.get(name);
  if (exact) return exact;
  const wanted = name.toLowerCase();
  for (const [other, entry] of directory) if (other.toLowerCase() === wanted) return entry;
  return undefined;
}

/** The relationships of a part; types by their last word, as the standard's two editions agree. */
function relationships(tags: readonly XmlTag[], folder: string): Relationship[] {
  return tags
    .filter(({ name }) => name === 'Relationship')
    .map(({ attributes }) => ({
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: resolve(folder, attributes.get('Target') ?? ''),
    }));
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function missing(what: string) {
  return refuse('damaged-file', { detail: `${what} is missing` });
}
