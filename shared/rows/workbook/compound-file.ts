import { readBytes } from '../../bytes/read.ts';
import type { ByteSource } from '../../bytes/source.ts';
import { latin1 } from '../../decode/signature.ts';
import { type Refusal, refuse } from '../../issues/refusal.ts';

/** Names of streams that tell what a compound file is, in the order of asking. */
const CONTENTS: readonly [stream: string, refusal: () => Refusal][] = [
  ['EncryptedPackage', () => refuse('encrypted-file', {})],
  ['Workbook', () => otherType('an old Excel workbook (.xls)')],
  ['Book', () => otherType('an old Excel workbook (.xls)')],
  ['WordDocument', () => otherType('an old Word document')],
  ['PowerPoint Document', () => otherType('an old PowerPoint presentation')],
  ['__properties_version1.0', () => otherType('an Outlook message')],
];

/**
 * Why a compound file ([MS-CFB]) cannot be read: Excel puts a workbook with a password into one,
 * and all of Office before 2007 wrote them. Told by the names in its directory.
 */
export async function refuseCompoundFile(source: ByteSource): Promise<Refusal> {
  const header = await readBytes(source, 0, 512);
  if (header.length < 512) return refuse('damaged-file', { detail: 'it ends too early' });
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 12);
  const directory = (view.getUint32(48, true) + 1) * sectorSize;
  // The first few sectors are enough: a workbook has a handful of streams.
  const names = entryNames(await readBytes(source, directory, directory + 16 * sectorSize));
  const found = CONTENTS.find(([stream]) => names.has(stream));
  return found ? found[1]() : otherType('an old Office document');
}

function entryNames(directory: Uint8Array): Set<string> {
  const names = new Set<string>();
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    names.add(latin1(directory.subarray(at, at + 64)).replaceAll('\0', ''));
  }
  return names;
}

function otherType(detected: string): Refusal {
  return refuse('wrong-file-type', { detected });
}
