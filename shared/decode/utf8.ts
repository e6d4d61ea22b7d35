const HIGH_BITS = 0x80808080;

/** Index of the first byte above 127, -1 when there is none. Some gigabytes a second. */
export function firstNonAscii(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && (bytes.byteOffset + at) % 4 !== 0) {
    if ((bytes[at] ?? 0) > 127) return at;
    at++;
  }
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
  for (const word of words) {
    if ((word & HIGH_BITS) !== 0) break;
    at += 4;
  }
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) > 127) return at;
    at++;
  }
  return -1;
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
