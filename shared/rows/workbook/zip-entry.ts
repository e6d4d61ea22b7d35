import { readBytes } from '../../bytes/read.ts';
import type { ByteSource } from '../../bytes/source.ts';
import { refuse } from '../../issues/refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;

/** Compressed bytes read at a time. */
const READ_SIZE = 1 << 17;

/**
 * The decompressed bytes of an entry, piece by piece as they are asked for, and never more of them
 * than the archive's directory says.
 *
 * @throws Refusal `encrypted-file`, `damaged-file`; the signal's reason once it is aborted
 */
export async function* streamEntry(
  source: ByteSource,
  entry: ZipEntry,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.isEncrypted) throw refuse('encrypted-file', {});
  if (entry.method === 'other') throw damaged(entry);

  const pieces = compressedPieces(source, entry, signal);
  let size = 0;
  for await (const piece of entry.method === 'deflated' ? inflate(pieces, entry) : pieces) {
    size += piece.length;
    if (size > entry.size) throw damaged(entry);
    if (piece.length > 0) yield piece;
  }
  if (size !== entry.size) throw damaged(entry);
}

/** A whole entry; the caller knows that it is small or has held it against a limit. */
export async function readEntry(
  source: ByteSource,
  entry: ZipEntry,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.size);
  let filled = 0;
  for await (const piece of streamEntry(source, entry, signal)) {
    bytes.set(piece, filled);
    filled += piece.length;
  }
  return bytes;
}

async function* compressedPieces(
  source: ByteSource,
  entry: ZipEntry,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const start = entry.headerOffset;
  const header = await readBytes(source, start, start + LOCAL_HEADER_SIZE);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < LOCAL_HEADER_SIZE || view.getUint32(0, true) !== LOCAL_HEADER) {
    throw damaged(entry);
  }
  const lengths = view.getUint16(26, true) + view.getUint16(28, true);
  let at = start + LOCAL_HEADER_SIZE + lengths;
  const end = at + entry.compressedSize;
  if (end > source.size) throw damaged(entry);
  while (at < end) {
    signal?.throwIfAborted();
    const piece = await readBytes(source, at, Math.min(end, at + READ_SIZE));
    if (piece.length === 0) throw damaged(entry);
    at += piece.length;
    yield piece as Uint8Array<ArrayBuffer>;
  }
}

async function* inflate(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>,
  entry: ZipEntry,
): AsyncGenerator<Uint8Array, void, undefined> {
  let failure: unknown = null;
  const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        // Passed on below: what the decompressor makes of it says less.
        failure = error;
        controller.error(error);
      }
    },
  });
  const reader = compressed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw failure ?? damaged(entry);
  } finally {
    await reader.cancel().catch(() => {});
    await pieces.return();
  }
}

function damaged(entry: ZipEntry) {
  return refuse('damaged-file', { detail: `its part ${entry.name} cannot be decompressed` });
}
