import type { Dialect } from '../../plan/plan.ts';
import type { RowDamage } from '../row.ts';

/** One record found in a text. */
export interface ScannedRecord {
  readonly cells: string[];
  /** Where the next record begins. */
  readonly end: number;
  readonly damage: { code: RowDamage; column: number } | null;
}

/** Scans the record that begins at `start`; null when the text ends before the record is decided. */
export type RecordScanner = (text: string, start: number, isLast: boolean) => ScannedRecord | null;

/**
 * Reads records that have quotes in them. It follows RFC 4180, takes a quote inside an unquoted
 * cell as text, and allows blanks between a closing quote and the delimiter.
 *
 * Why this is not left to PapaParse, which splits well-formed text just the same: what a quote
 * damages must end at the end of its own row, wherever the file is cut into chunks, and PapaParse
 * goes on to the next quote that could close the cell, however many rows further down that is.
 *
 * - A quote in a quoted cell that neither closes it nor is doubled, on the line where the cell
 *   began: `stray-quote`, the cell is taken as it stands up to the next delimiter.
 * - The same on a later line, no closing quote at all, or none within `reach` characters: the cell
 *   was never meant to go on, `unclosed-quote`; the record ends with the line it began on.
 */
export function createRecordScanner(dialect: Dialect, reach: number): RecordScanner {
  const { delimiter, quote } = dialect;
  const lineEnd = dialect.newline === '\r' ? '\r' : '\n';
  const doubled = quote + quote;

  /** Characters of the line end at `at`; 0 when there is none, -1 when the text must go on first. */
  function lineEndLength(text: string, at: number, isLast: boolean): number {
    const first = text[at];
    if (first !== '\r') return first === lineEnd ? 1 : 0;
    if (at + 1 >= text.length) return isLast ? 1 : -1;
    if (text[at + 1] === '\n') return 2;
    return lineEnd === '\r' ? 1 : 0;
  }

  /** The first line end at or after `from`, or null when the text must go on first. */
  function nextLine(
    text: string,
    from: number,
    isLast: boolean,
  ): { contentEnd: number; end: number } | null {
    const at = text.indexOf(lineEnd, from);
    if (at === -1) {
      if (!isLast) return null;
      const cut = text.endsWith('\r') && text.length > from ? 1 : 0;
      return { contentEnd: text.length - cut, end: text.length };
    }
    if (lineEnd === '\n') {
      return { contentEnd: at > from && text[at - 1] === '\r' ? at - 1 : at, end: at + 1 };
    }
    const length = lineEndLength(text, at, isLast);
    return length === -1 ? null : { contentEnd: at, end: at + length };
  }

  /** The closing quote of the cell opened at `open`, and what is wrong with it. */
  function closingQuote(
    text: string,
    open: number,
    isLast: boolean,
  ): { at: number; after: number } | 'unclosed' | { strayAt: number } | null {
    let firstLine = -2;
    const leftItsLine = (at: number) => {
      if (firstLine === -2) firstLine = text.indexOf(lineEnd, open);
      return firstLine !== -1 && firstLine < at;
    };

    let search = open + 1;
    for (;;) {
      const at = text.indexOf(quote, search);
      if ((at === -1 ? text.length : at) - open > reach && leftItsLine(open + reach)) {
        return 'unclosed';
      }
      if (at === -1) return isLast ? 'unclosed' : null;
      if (at + 1 >= text.length && !isLast) return null;
      if (text[at + 1] === quote) {
        search = at + 2;
        continue;
      }
      let after = at + 1;
      while (isBlank(text[after]) && !text.startsWith(delimiter, after)) after++;
      if (after + delimiter.length > text.length && !isLast) return null;
      if (after >= text.length || text.startsWith(delimiter, after)) return { at, after };
      const length = lineEndLength(text, after, isLast);
      if (length === -1) return null;
      if (length > 0) return { at, after };
      return leftItsLine(at) ? 'unclosed' : { strayAt: at };
    }
  }

  return (text, start, isLast) => {
    const cells: string[] = [];
    let damage: ScannedRecord['damage'] = null;
    let at = start;
    for (;;) {
      let searchFrom = at;
      if (text[at] === quote) {
        const closing = closingQuote(text, at, isLast);
        if (closing === null) return null;
        if (closing === 'unclosed') {
          const line = nextLine(text, at, isLast);
          if (line === null) return null;
          damage ??= { code: 'unclosed-quote', column: cells.length };
          cells.push(...text.slice(at, line.contentEnd).split(delimiter));
          return { cells, end: line.end, damage };
        }
        if ('at' in closing) {
          const inner = text.slice(at + 1, closing.at);
          cells.push(inner.includes(quote) ? inner.replaceAll(doubled, quote) : inner);
          if (text.startsWith(delimiter, closing.after)) {
            at = closing.after + delimiter.length;
            continue;
          }
          const end = closing.after + lineEndLength(text, closing.after, isLast);
          return { cells, end, damage };
        }
        damage ??= { code: 'stray-quote', column: cells.length };
        searchFrom = closing.strayAt;
      }

      // Cells without quotes around them, or one with a stray quote, taken as they stand.
      const line = nextLine(text, searchFrom, isLast);
      if (line === null) return null;
      const content = text.slice(at, line.contentEnd);
      let cellStart = 0;
      let next = content.indexOf(delimiter, searchFrom - at);
      while (next !== -1) {
        cells.push(content.slice(cellStart, next));
        cellStart = next + delimiter.length;
        if (content[cellStart] === quote) break;
        next = content.indexOf(delimiter, cellStart);
      }
      if (next === -1) {
        cells.push(content.slice(cellStart));
        return { cells, end: line.end, damage };
      }
      at += cellStart;
    }
  };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
