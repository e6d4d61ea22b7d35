/** What the first bytes of a file give away. */
export type Signature =
  | { kind: 'zip' }
  /** Microsoft's compound file: old Excel, or a workbook with a password. */
  | { kind: 'compound' }
  /** Something that cannot be read as a table; `name` says what, with its article. */
  | { kind: 'other'; name: string }
  /** No known signature: may well be text. */
  | { kind: 'none' };

const SIGNATURES: readonly [prefix: string, name: string][] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['II*\0', 'a TIFF picture'],
  ['MM\0*', 'a TIFF picture'],
  ['%PDF-', 'a PDF document'],
  ['{\\rtf', 'an RTF document'],
  ['\x1f\x8b', 'a GZIP archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['Rar!\x1a', 'a RAR archive'],
  ['BZh', 'a BZIP2 archive'],
  ['\xfd7zXZ', 'an XZ archive'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['PAR1', 'a Parquet file'],
  ['\x7fELF', 'a program'],
  ['ID3', 'an MP3 recording'],
  ['OggS', 'an Ogg recording'],
  // Begins as UTF-16 does, and browsers decode neither: the web left UTF-32 out (Encoding Standard).
  ['\xff\xfe\0\0', 'text in UTF-32; save it as UTF-8 instead'],
  ['\0\0\xfe\xff', 'text in UTF-32; save it as UTF-8 instead'],
];

const TEXTS: readonly [pattern: RegExp, name: string][] = [
  [/^<!doctype html|^<html|^<head|^<body|^<table/i, 'a web page (HTML)'],
  [/^<\?xml|^<[a-z][\w:.-]*(\s[^<>]*)?>\s*</i, 'an XML file'],
  [/^(\[\s*)?\{\s*"[^"]*"\s*:/, 'a JSON file'],
];

/** Recognises files that are certainly not delimited text. `head` is the start of the file. */
export function recogniseSignature(head: Uint8Array): Signature {
  const start = latin1(head.subarray(0, 512));
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return { kind: 'zip' };
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'compound' };
  for (const [prefix, name] of SIGNATURES) {
    if (start.startsWith(prefix)) return { kind: 'other', name };
  }
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return other('a WebP picture');
  if (start.startsWith('ftyp', 4)) {
    return other(/^(hei|mif|avi)/.test(start.slice(8)) ? 'a HEIC picture' : 'a video');
  }
  // Letters alone are no proof: a text may begin with them too.
  if (start.includes('\0')) {
    if (start.startsWith('BM')) return other('a BMP picture');
    if (start.startsWith('MZ')) return other('a program');
  }
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  for (const [pattern, name] of TEXTS) {
    if (pattern.test(text)) return other(name);
  }
  return { kind: 'none' };
}

function other(name: string): Signature {
  return { kind: 'other', name };
}

/** Each byte as the character of the same number. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
