import { readBytes } from '../../bytes/read.ts';
import type { ByteSource } from '../../bytes/source.ts';
import type { Limits } from '../../check/limits.ts';
import { refuse } from '../../issues/refusal.ts';

/** One file in a ZIP archive, as the archive's directory describes it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated' | 'other';
  readonly isEncrypted: boolean;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the entry's own header begins. */
  readonly headerOffset: number;
}

export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const END_RECORD = 0x06054b50;
const END_RECORD_SIZE = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_RECORD = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const MAX_COMMENT = 0xffff;
const MAX_DIRECTORY = 16 * 1024 * 1024;

/** Below this size, in bytes, a high ratio does no harm. */
const HARMLESS_SIZE = 1 << 20;

/**
 * Reads the directory of a ZIP archive (APPNOTE.TXT 6.3) and holds what it claims against the
 * limits, before anything is decompressed.
 *
 * @throws Refusal `damaged-file`, `decompression-limit`
 */
export async function readZipDirectory(source: ByteSource, limits: Limits): Promise<ZipDirectory> {
  const { offset, size, count } = await findDirectory(source);
  if (size > MAX_DIRECTORY || offset + size > source.size) throw damaged();

  const bytes = await readBytes(source, offset, offset + size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const directory = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) throw damaged();
    const entry = readEntry(bytes, view, at, nameEnd, extraEnd);
    checkEntry(entry, source.size, limits);
    directory.set(entry.name, entry);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return directory;
}

async function findDirectory(
  source: ByteSource,
): Promise<{ offset: number; size: number; count: number }> {
  const tailStart = Math.max(0, source.size - END_RECORD_SIZE - MAX_COMMENT - ZIP64_LOCATOR_SIZE);
  const tail = await readBytes(source, tailStart, source.size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  let at = tail.length - END_RECORD_SIZE;
  while (at >= 0 && view.getUint32(at, true) !== END_RECORD) at--;
  if (at < 0) throw damaged();

  const count = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 12, true);
  const offset = view.getUint32(at + 16, true);
  if (count !== 0xffff && size !== 0xffffffff && offset !== 0xffffffff) {
    return { offset, size, count };
  }
  const locator = at - ZIP64_LOCATOR_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) throw damaged();
  const recordOffset = readUint64(view, locator + 8);
  const record = await readBytes(source, recordOffset, recordOffset + 56);
  const recordView = new DataView(record.buffer, record.byteOffset, record.length);
  if (record.length < 56 || recordView.getUint32(0, true) !== ZIP64_END_RECORD) throw damaged();
  return {
    count: readUint64(recordView, 32),
    size: readUint64(recordView, 40),
    offset: readUint64(recordView, 48),
  };
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameEnd: number,
  extraEnd: number,
): ZipEntry {
  const method = view.getUint16(at + 10, true);
  let compressedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let headerOffset = view.getUint32(at + 42, true);
  const zip64 = findExtra(view, nameEnd, extraEnd, 1);
  if (zip64 !== null) {
    let next = zip64;
    const take = (value: number) => {
      if (value !== 0xffffffff) return value;
      if (next + 8 > extraEnd) throw damaged();
      next += 8;
      return readUint64(view, next - 8);
    };
    size = take(size);
    compressedSize = take(compressedSize);
    headerOffset = take(headerOffset);
  }
  return {
    // Writers on Windows have been seen to use backslashes, against the standard.
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
    method: method === 0 ? 'stored' : method === 8 ? 'deflated' : 'other',
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    compressedSize,
    size,
    headerOffset,
  };
}

/** Where the data of an extra field begins. */
function findExtra(view: DataView, from: number, to: number, id: number): number | null {
  let at = from;
  while (at + 4 <= to) {
    if (view.getUint16(at, true) === id) return at + 4;
    at += 4 + view.getUint16(at + 2, true);
  }
  return null;
}

function checkEntry(entry: ZipEntry, fileSize: number, limits: Limits): void {
  if (entry.headerOffset + entry.compressedSize > fileSize) throw damaged();
  if (entry.size > limits.decompressedSize) {
    throw refuse('decompression-limit', { limit: limits.decompressedSize });
  }
  if (entry.size > HARMLESS_SIZE && entry.size > entry.compressedSize * limits.decompressionRatio) {
    throw refuse('decompression-limit', { limit: limits.decompressionRatio });
  }
}

function readUint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function damaged() {
  return refuse('damaged-file', { detail: 'its list of contents is missing or broken' });
}
