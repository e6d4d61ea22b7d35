import { isUtf8 } from './utf8.ts';

/** What the zero bytes of a text say: of its encoding, or that it is none. */
export type ZeroBytes = 'utf-16le' | 'utf-16be' | 'stray' | 'binary';

const NEWLINES_AND_DELIMITERS = new Set([0x09, 0x0a, 0x0d, 0x2c, 0x3b]);

/** So few are stray whatever the size of the file. */
const FEW = 4;

/** Tells UTF-16 without a byte order mark, text with a stray NUL in it, and what is no text. */
export function judgeZeroBytes(head: Uint8Array): ZeroBytes {
  if (isUtf16(head, 0)) return 'utf-16le';
  if (isUtf16(head, 1)) return 'utf-16be';
  const zeros = countOf(head, (byte) => byte === 0);
  const others = countOf(head, isControl) - zeros;
  const isText = zeros <= Math.max(FEW, head.length * 0.1) && others <= head.length * 0.02;
  return isText ? 'stray' : 'binary';
}

/**
 * Text in UTF-16 has its delimiters, digits and line ends with a zero in the same half of each pair,
 * whatever the script of its letters. In other text with stray NULs most delimiters and line ends
 * have none beside them.
 *
 * @param low which byte of a pair is the lower one, 0 in UTF-16LE and 1 in UTF-16BE
 */
function isUtf16(head: Uint8Array, low: 0 | 1): boolean {
  const pairs = head.length >> 1;
  let zeros = 0;
  let zerosInLow = 0;
  let paired = 0;
  let alone = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    const lower = head[at + low] ?? 0;
    const upper = head[at + 1 - low] ?? 0;
    if (upper === 0) zeros++;
    if (lower === 0) zerosInLow++;
    if (!NEWLINES_AND_DELIMITERS.has(lower)) continue;
    if (upper === 0) paired++;
    // Cyrillic and its like: letters whose lower byte is that of a delimiter.
    else if (upper >= 0x20) alone++;
  }
  if (zeros <= pairs * 0.05 || zerosInLow >= zeros * 0.25) return false;
  if (paired + alone === 0) return zeros > pairs * 0.5;
  return paired > alone && !(zeros < pairs * 0.25 && isPlainWithout(head));
}

/** Whether the bytes are UTF-8 without control characters once the zeros are left out. */
function isPlainWithout(head: Uint8Array): boolean {
  const rest = head.filter((byte) => byte !== 0);
  return !rest.some(isControl) && isUtf8(rest);
}

/** A control character that no table has: any but tab and line ends. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}

function countOf(bytes: Uint8Array, isCounted: (byte: number) => boolean): number {
  let count = 0;
  for (const byte of bytes) if (isCounted(byte)) count++;
  return count;
}
