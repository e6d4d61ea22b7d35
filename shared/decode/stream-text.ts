import { type ByteSource, streamBytes } from '../bytes/source.ts';

/** A piece of a file's text and how far into the file it reaches, in bytes. */
export interface TextChunk {
  readonly text: string;
  readonly bytesRead: number;
}

/**
 * The file's text in pieces, without its byte order mark. No character is cut at the edge of a
 * piece; bytes that are invalid in the encoding become U+FFFD.
 *
 * @throws the signal's reason once it is aborted
 */
export async function* streamText(
  source: ByteSource,
  encoding: string,
  signal?: AbortSignal,
): AsyncGenerator<TextChunk, void, undefined> {
  const decoder = new TextDecoder(encoding);
  let bytesRead = 0;
  for await (const bytes of streamBytes(source, signal)) {
    bytesRead += bytes.length;
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield { text, bytesRead };
  }
  const rest = decoder.decode();
  if (rest !== '') yield { text: rest, bytesRead };
}
