/** Characters that Windows-1252 has at 0x80 to 0x9F, in order; space where it has none. */
const UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Two or more of what the bytes of one UTF-8 letter look like in Windows-1252: Ã¼, â€™. */
const LOOKS_GARBLED = /[ÂÃÄÅâã][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

function byteOf(character: string): number | null {
  const code = character.charCodeAt(0);
  if (code < 0x100) return code;
  const at = UPPER.indexOf(character);
  return at === -1 ? null : 0x80 + at;
}

/**
 * The text as it was before UTF-8 was read as Windows-1252.
 *
 * @returns null when the text is in order, `''` when letters are lost and nobody can tell which
 */
export function repairMojibake(text: string): string | null {
  if (text.includes('\ufffd')) return '';
  if (!LOOKS_GARBLED.test(text)) return null;
  const bytes = Array.from(text, byteOf);
  if (bytes.includes(null)) return null;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return decoder.decode(Uint8Array.from(bytes as number[]));
  } catch {
    // Not UTF-8 after all: somebody's name begins with Â, and that is fine.
    return null;
  }
}
