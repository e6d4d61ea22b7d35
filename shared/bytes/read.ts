import type { ByteSource } from './source.ts';

/**
 * Exactly the bytes from `start` to `end` (clamped to the size), however small the pieces are in
 * which the source hands them out.
 */
export async function readBytes(
  source: ByteSource,
  start: number,
  end: number,
): Promise<Uint8Array> {
  const stop = Math.min(end, source.size);
  const first = await source.read(start, stop);
  if (first.length >= stop - start) return first;

  const bytes = new Uint8Array(Math.max(0, stop - start));
  bytes.set(first);
  let filled = first.length;
  while (filled < bytes.length) {
    const piece = await source.read(start + filled, stop);
    if (piece.length === 0) break;
    bytes.set(piece, filled);
    filled += piece.length;
  }
  return bytes.subarray(0, filled);
}
