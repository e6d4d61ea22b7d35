import { readBytes } from '../bytes/read.ts';
import { type ByteSource, streamBytes } from '../bytes/source.ts';
import { refuse } from '../issues/refusal.ts';
import { firstNonAscii, isUtf8 } from './utf8.ts';
import { judgeZeroBytes } from './zero-bytes.ts';

/** How much of a file is looked at where only a part is, in bytes. */
export const SAMPLE_SIZE = 1 << 18;

/** How much is looked at from the first byte that is not ASCII. */
const EVIDENCE_SIZE = 1 << 16;

/**
 * What text is in that is no Unicode: what Excel writes in Western Europe and the Americas. Further
 * ones are to be told apart where this is returned, by the evidence that is at hand there.
 */
const LEGACY_ENCODING = 'windows-1252';

const BYTE_ORDER_MARKS: readonly [bytes: readonly number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * The canonical WHATWG name of an encoding that a person named.
 *
 * @throws Refusal `unknown-encoding`
 */
export function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw refuse('unknown-encoding', { encoding: label });
  }
}

/**
 * Finds the encoding of delimited text, as a WHATWG name: by byte order mark, by the pattern of
 * zero bytes, and by whether the first bytes outside ASCII are valid UTF-8. When `head` has none,
 * the file is scanned for them, so that a name with an umlaut in the last row is read right.
 *
 * `null` when the bytes are no text at all.
 */
export async function detectEncoding(
  source: ByteSource,
  head: Uint8Array,
  signal?: AbortSignal,
): Promise<string | null> {
  const marked = byByteOrderMark(head);
  if (marked) return marked;
  if (head.includes(0)) {
    const said = judgeZeroBytes(head);
    if (said === 'binary') return null;
    if (said !== 'stray') return said;
  }

  const evidence = await nonAsciiEvidence(source, head, signal);
  if (!evidence || isUtf8(evidence)) return 'utf-8';
  return LEGACY_ENCODING;
}

function byByteOrderMark(head: Uint8Array): string | null {
  for (const [mark, encoding] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => head[index] === byte)) return encoding;
  }
  return null;
}

/** Bytes from the first one that is not ASCII, null when there is none in the whole file. */
async function nonAsciiEvidence(
  source: ByteSource,
  head: Uint8Array,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  const inHead = firstNonAscii(head);
  if (inHead >= 0) return head.subarray(inHead);

  let offset = head.length;
  for await (const chunk of streamBytes(source, signal, head.length)) {
    const at = firstNonAscii(chunk);
    if (at >= 0) return readBytes(source, offset + at, offset + at + EVIDENCE_SIZE);
    offset += chunk.length;
  }
  return null;
}
