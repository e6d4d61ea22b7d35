/** Bytes of a text in one of the encodings that spreadsheets come in. */
export function encode(text: string, encoding: string, withMark = false): Uint8Array {
  const whole = withMark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(whole);
  if (encoding === 'windows-1252') return Uint8Array.from(text, windows1252Byte);
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < whole.length; at++) {
    view.setUint16(at * 2, whole.charCodeAt(at), encoding === 'utf-16le');
  }
  return bytes;
}

const windows1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
);

function windows1252Byte(character: string): number {
  const byte = windows1252.indexOf(character);
  if (byte === -1) throw new RangeError(`${character} is not in Windows-1252`);
  return byte;
}
