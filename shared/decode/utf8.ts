const strict = new TextDecoder('utf-8', { fatal: true });

/** Index of the first byte above 127, -1 when there is none. */
export function firstNonAscii(bytes: Uint8Array): number {
  return isAscii(bytes) ? -1 : bytes.findIndex((byte) => byte > 127);
}

/**
 * Several gigabytes a second, as the decoder is native: only ASCII has as many characters as bytes
 * in UTF-8, and what is invalid throws.
 */
function isAscii(bytes: Uint8Array): boolean {
  try {
    return strict.decode(bytes).length === bytes.length;
  } catch {
    return false;
  }
}

/** Whether bytes that begin with a whole character are UTF-8; a character cut at the end is fine. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
