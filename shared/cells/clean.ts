/** What cleaning a cell gives. */
export interface Cleaned {
  text: string;
  /** Names of the invisible characters that were left out, in the order found. */
  removed: string;
}

const NAMES: Record<number, string> = {
  0: 'NUL character',
  173: 'soft hyphen',
  8203: 'zero-width space',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8288: 'word joiner',
  65279: 'byte order mark',
};

/**
 * Characters that do not show and mean nothing in a record: controls but tab and line breaks, soft
 * hyphens, zero-width spaces, direction marks and byte order marks. Zero-width joiners stay: Persian,
 * Hindi and emoji need them.
 */
function isInvisible(code: number): boolean {
  if (code < 0x20) return code !== 9 && code !== 10 && code !== 13;
  if (code < 0x7f) return false;
  if (code < 0xa0) return true;
  if (code === 0xad) return true;
  if (code < 0x200b) return false;
  return (
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff
  );
}

/** Whether a text has characters that do not show. */
export function hasInvisible(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x20 || code > 0x7e) && isInvisible(code)) return true;
  }
  return false;
}

/** The text without the characters that do not show, and which they were. */
export function withoutInvisible(text: string): Cleaned {
  let kept = '';
  const removed = new Set<string>();
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (isInvisible(code)) removed.add(NAMES[code] ?? 'control character');
    else kept += character;
  }
  return { text: trimmed(kept), removed: [...removed].join(', ') };
}

/** A cell's text without white space around it. */
export function trimmed(text: string): string {
  const length = text.length;
  if (length === 0) return text;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(length - 1);
  // Nearly every cell begins and ends with a visible character.
  if (first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80) return text;
  return text.trim();
}
