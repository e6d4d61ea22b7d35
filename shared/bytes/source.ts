/**
 * Where the bytes of a file come from: a `File` in the browser, a file on disk, an upload on the
 * server. The engine only ever reads slices, so a source of any size costs no memory.
 */
export interface ByteSource {
  /** The file's name as the person knows it, with its extension. */
  readonly name: string;
  /** Length in bytes. */
  readonly size: number;
  /** Bytes from `start` up to, not including, `end`; both are clamped to the size. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** How many bytes are read at a time when a source is streamed. */
const CHUNK_SIZE = 1 << 20;

/**
 * Streams a source from `start` to its end in chunks of `CHUNK_SIZE`, reading one chunk ahead so
 * that parsing and reading overlap.
 *
 * @throws the signal's reason once it is aborted
 */
export async function* streamBytes(
  source: ByteSource,
  signal?: AbortSignal,
  start = 0,
): AsyncGenerator<Uint8Array, void, undefined> {
  let at = start;
  let next = at < source.size ? source.read(at, at + CHUNK_SIZE) : null;
  while (next) {
    signal?.throwIfAborted();
    const chunk = await next;
    at += chunk.length;
    next = chunk.length > 0 && at < source.size ? source.read(at, at + CHUNK_SIZE) : null;
    // A rejected read-ahead must not count as unhandled while the consumer is still busy.
    next?.catch(() => {});
    yield chunk;
  }
}

/** A source over bytes already in memory: pasted text, tests. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
  };
}
