import type { ByteSource } from '../../shared/bytes/source.ts';

/** The bytes of a file that is kept in IndexedDB; only the slices that are read come to memory. */
export function blobSource(name: string, blob: Blob): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
