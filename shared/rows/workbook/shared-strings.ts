import { createXmlScanner, type XmlScanner } from './xml-scanner.ts';

/** Reads a workbook's table of texts into `strings`, in order. */
export function createSharedStringsReader(strings: string[]): XmlScanner {
  let text = '';
  let isText = false;
  let isPhonetic = false;
  return createXmlScanner({
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(decodeEscapes(text));
    },
  });
}

/** Characters that XML cannot hold are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
