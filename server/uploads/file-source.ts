import { open, stat } from 'node:fs/promises';
import type { ByteSource } from '../../shared/bytes/source.ts';

/**
 * A file on disk as the engine reads it. The file is opened for each slice (of about a megabyte), so
 * there is nothing to close and nothing is left open when a reader stops half way.
 */
export async function fileSource(path: string, name: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    name,
    size,
    async read(start, end) {
      const from = Math.max(0, start);
      const wanted = Math.max(0, Math.min(end, size) - from);
      const bytes = new Uint8Array(wanted);
      const file = await open(path, 'r');
      try {
        let filled = 0;
        while (filled < wanted) {
          const { bytesRead } = await file.read(bytes, filled, wanted - filled, from + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      } finally {
        await file.close();
      }
    },
  };
}
