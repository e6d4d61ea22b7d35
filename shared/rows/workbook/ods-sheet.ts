import { plainNumber } from './number-text.ts';
import type { SheetRows } from './sheet-rows.ts';
import { createXmlScanner, type XmlScanner } from './xml-scanner.ts';
import { attributeOf } from './xml-tags.ts';

/** More cells than any spreadsheet program has columns. */
const MAX_COLUMNS = 16_384;
const MAX_ROWS = 1_048_576;
/** Blanks that a cell may ask for at once. */
const MAX_BLANKS = 100_000;

/** Reads one sheet of a `content.xml` (OpenDocument 1.3 part 3, 9) into rows. */
export function createOdsSheetReader(sheetName: string, rows: SheetRows): XmlScanner {
  let tableDepth = 0;
  let isWanted = false;
  let rowNumber = 1;
  let rowTimes = 1;
  let cells: string[] = [];
  /** Cells before the next one, the empty ones at the end included. */
  let width = 0;
  let isInCell = false;
  let cellTimes = 1;
  let typed: string | null = null;
  let text = '';
  let paragraphs = 0;
  /** Inside what is shown beside the cell: comments, drawings. */
  let aside = 0;
  let isParagraph = false;

  function openCell(attributes: string): void {
    isInCell = true;
    cellTimes = repeated(attributes, 'table:number-columns-repeated', MAX_COLUMNS);
    typed = typedText(attributes);
    text = '';
    paragraphs = 0;
  }

  function closeCell(): void {
    isInCell = false;
    const content = typed ?? text;
    if (content !== '') {
      while (cells.length < width) cells.push('');
      const times = Math.min(cellTimes, MAX_COLUMNS - width);
      for (let time = 0; time < times; time++) cells.push(content);
    }
    width = Math.min(MAX_COLUMNS, width + cellTimes);
  }

  return createXmlScanner({
    open(name, attributes) {
      if (name === 'table') {
        if (tableDepth++ === 0) {
          isWanted = attributeOf(attributes, 'table:name') === sheetName;
        }
      }
      if (!isWanted) return;
      if (name === 'annotation' || name === 'shapes' || name === 'frame') aside++;
      else if (aside > 0) return;
      else if (name === 'table-row') {
        rowTimes = repeated(attributes, 'table:number-rows-repeated', MAX_ROWS);
        cells = [];
        width = 0;
      } else if (name === 'table-cell' || name === 'covered-table-cell') openCell(attributes);
      else if (!isInCell) return;
      else if (name === 'p') {
        if (paragraphs++ > 0) text += '\n';
        isParagraph = true;
      } else if (!isParagraph) return;
      else if (name === 's') text += ' '.repeat(repeated(attributes, 'text:c', MAX_BLANKS));
      else if (name === 'tab') text += '\t';
      else if (name === 'line-break') text += '\n';
    },
    text(piece) {
      // Blanks and line ends of the XML itself count as one blank (6.1.2).
      if (isWanted && isInCell && isParagraph && aside === 0) text += piece.replace(/\s+/g, ' ');
    },
    close(name) {
      if (name === 'table' && --tableDepth === 0) isWanted = false;
      if (!isWanted) return;
      if (name === 'annotation' || name === 'shapes' || name === 'frame') aside--;
      else if (aside > 0) return;
      else if (name === 'p') isParagraph = false;
      else if (name === 'table-cell' || name === 'covered-table-cell') closeCell();
      else if (name === 'table-row') {
        rows.add(rowNumber, cells, rowTimes);
        rowNumber += rowTimes;
      }
    },
  });
}

/** The text of a typed value; null when the cell's own text counts. */
function typedText(attributes: string): string | null {
  const value = (name: string) => attributeOf(attributes, name);
  switch (value('office:value-type')) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const number = value('office:value');
      return number === null ? null : plainNumber(number);
    }
    case 'boolean': {
      const boolean = value('office:boolean-value');
      return boolean === null ? null : boolean.toUpperCase();
    }
    case 'date':
      return value('office:date-value')?.replace(/(T00:00:00)?(\.\d+)?Z?$/, '') ?? null;
    case 'time': {
      const [, hours, minutes = '', seconds = ''] =
        /^PT(\d+)H(\d+)M(\d+)/.exec(value('office:time-value') ?? '') ?? [];
      return hours === undefined ? null : `${hours}:${minutes}:${seconds}`;
    }
    default:
      return value('office:string-value');
  }
}

function repeated(attributes: string, name: string, most: number): number {
  const times = Number(attributeOf(attributes, name) ?? 1);
  return Number.isInteger(times) && times > 0 ? Math.min(times, most) : 1;
}
