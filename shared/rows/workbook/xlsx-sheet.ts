import { refuse } from '../../issues/refusal.ts';
import { type NumberFormat, PLAIN } from './number-format.ts';
import { formattedNumber } from './number-text.ts';
import { decodeEscapes } from './shared-strings.ts';
import type { SheetRows } from './sheet-rows.ts';
import { createXmlScanner, type XmlScanner } from './xml-scanner.ts';
import { attributeOf } from './xml-tags.ts';

/** What cells refer to. */
export interface XlsxContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly isDate1904: boolean;
}

const MAX_COLUMN = 16_384;

/** Reads the XML of a sheet (ECMA-376 part 1, 18.3) into rows. */
export function createXlsxSheetReader(context: XlsxContext, rows: SheetRows): XmlScanner {
  let rowNumber = 0;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let style = '';
  let value = '';
  let isInRow = false;
  let isValue = false;
  let isInline = false;
  let isPhonetic = false;

  function cellText(): string {
    if (type === 's') {
      if (value === '') return '';
      const text = context.strings[Number(value)];
      if (text === undefined) throw damaged('a cell refers to a text that is not there');
      return text;
    }
    if (type === 'str' || type === 'inlineStr') return decodeEscapes(value);
    if (type === 'b') return /^(1|true)$/i.test(value) ? 'TRUE' : 'FALSE';
    if (type === 'd') return value.replace(/(T00:00:00)?(\.\d+)?Z?$/, '');
    if (type === 'e' || value === '') return value;
    const format = context.formats[Number(style)] ?? PLAIN;
    return formattedNumber(value, format, context.isDate1904);
  }

  return createXmlScanner({
    open(name, attributes) {
      if (name === 'c' && isInRow) {
        const reference = attributeOf(attributes, 'r');
        column = reference === null ? column + 1 : columnOf(reference);
        if (column >= MAX_COLUMN) throw damaged('a cell lies outside the sheet');
        type = attributeOf(attributes, 't') ?? '';
        style = attributeOf(attributes, 's') ?? '0';
        value = '';
      } else if (name === 'v') isValue = true;
      else if (name === 'is') isInline = true;
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isValue = isInline && !isPhonetic;
      else if (name === 'row') {
        const number = attributeOf(attributes, 'r');
        rowNumber = number === null ? rowNumber + 1 : Number(number);
        cells = [];
        column = -1;
        isInRow = true;
      }
    },
    text(piece) {
      if (isValue) value += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c' && isInRow) {
        const text = value === '' ? '' : cellText();
        if (text === '') return;
        while (cells.length < column) cells.push('');
        cells[column] = text;
      } else if (name === 'is') isInline = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'row') {
        rows.add(rowNumber, cells);
        isInRow = false;
      }
    },
  });
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
  }
  return column - 1;
}

function damaged(detail: string) {
  return refuse('damaged-file', { detail });
}
