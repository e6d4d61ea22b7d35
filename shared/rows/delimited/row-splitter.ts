import type { Limits } from '../../check/limits.ts';
import { refuse } from '../../issues/refusal.ts';
import type { Dialect } from '../../plan/plan.ts';
import type { Row } from '../row.ts';
import { createRecordScanner } from './record-scanner.ts';
import { LONGEST_SEPARATOR_LINE, separatorLine } from './separator-line.ts';

/** A row without a line end that grows past this, in characters, is given up as too large. */
const MAX_RECORD = 1 << 24;

/** Cuts text that comes in pieces into rows; what the pieces are makes no difference. */
export interface RowSplitter {
  /** The rows that `text` completes. `isLast` completes the one that the text ends in, too. */
  split(text: string, isLast: boolean): Row[];
}

/**
 * A splitter for one file. Lines without quotes, nearly all lines of nearly all files, are split
 * directly; the others go through the record scanner. Where the dialect's line end is not CR, both
 * LF and CRLF end a row, so that files pasted together from both are read right. A first line that
 * only names the delimiter is no row and is not counted.
 *
 * @throws Refusal `too-many-rows`, `too-many-columns` (from `split`)
 */
export function createRowSplitter(dialect: Dialect, limits: Limits): RowSplitter {
  const { delimiter, quote } = dialect;
  const lineEnd = dialect.newline === '\r' ? '\r' : '\n';
  const scan = createRecordScanner(dialect, limits.cellLength * 4);
  const maxRecord = Math.max(MAX_RECORD, limits.cellLength * 8);

  let carry = '';
  let pieces: string[] = [];
  let pending = 0;
  let wanted = 0;
  let number = 0;
  let skipping = false;
  let hasBegun = false;

  function toRow(cells: string[], length: number, damage: Row['damage'] | null): Row {
    number++;
    // The header and the titles above it are not counted against the limit of a full file.
    if (number > limits.rows + 1) throw refuse('too-many-rows', { limit: limits.rows });
    if (cells.length > limits.columns) {
      throw refuse('too-many-columns', { limit: limits.columns, columns: cells.length });
    }
    if (length > limits.cellLength) {
      const column = cells.findIndex((cell) => cell.length > limits.cellLength);
      if (column >= 0) {
        const cut = cells.map((cell) => cell.slice(0, limits.cellLength));
        return { number, cells: cut, damage: { code: 'cell-too-large', column } };
      }
    }
    return damage ? { number, cells, damage } : { number, cells };
  }

  /** Where the line ends that begins at `at`; null when that is still to come. */
  function lineAt(
    text: string,
    at: number,
    isLast: boolean,
  ): { contentEnd: number; end: number } | null {
    const found = text.indexOf(lineEnd, at);
    if (found === -1) {
      if (!isLast) return null;
      const contentEnd = text.endsWith('\r') ? text.length - 1 : text.length;
      return { contentEnd: Math.max(at, contentEnd), end: text.length };
    }
    if (lineEnd === '\n') {
      const hasCr = found > at && text.charCodeAt(found - 1) === 13;
      return { contentEnd: hasCr ? found - 1 : found, end: found + 1 };
    }
    // The LF of this CR may be still to come.
    if (found + 1 >= text.length && !isLast) return null;
    return { contentEnd: found, end: text[found + 1] === '\n' ? found + 2 : found + 1 };
  }

  /** The fast path: whole lines from `from` on, up to the one with the next quote in it. */
  function splitPlainLines(text: string, from: number, nextQuote: number, rows: Row[]): number {
    const stop = nextQuote === -1 ? text.length : nextQuote;
    let at = from;
    for (;;) {
      const end = text.indexOf('\n', at);
      if (end === -1 || end > stop || end - at > maxRecord) return at;
      const contentEnd = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      rows.push(toRow(text.slice(at, contentEnd).split(delimiter), end - at, null));
      at = end + 1;
    }
  }

  /** Adds the rows of `text` to `rows` and says how many characters they are. */
  function splitText(text: string, isLast: boolean, rows: Row[]): number {
    let at = 0;
    let nextQuote = text.indexOf(quote);
    while (at < text.length) {
      if (skipping) {
        const line = lineAt(text, at, isLast);
        if (line === null) return text.length;
        skipping = false;
        at = line.end;
        continue;
      }
      if (nextQuote !== -1 && nextQuote < at) nextQuote = text.indexOf(quote, at);
      if (lineEnd === '\n') {
        at = splitPlainLines(text, at, nextQuote, rows);
        if (at >= text.length) break;
      }
      const line = lineAt(text, at, isLast);
      let end = -1;
      let row: [cells: string[], damage: Row['damage'] | null] | null = null;
      if (nextQuote !== -1 && (line === null || nextQuote < line.end)) {
        const record = scan(text, at, isLast);
        if (record) {
          end = record.end;
          row = [record.cells, record.damage];
        }
      } else if (line) {
        end = line.end;
        row = [text.slice(at, line.contentEnd).split(delimiter), null];
      }
      if ((row ? end : text.length) - at > maxRecord) {
        end = at + maxRecord;
        row = [text.slice(at, end).split(delimiter), { code: 'cell-too-large', column: 0 }];
        skipping = true;
      }
      if (row === null) return at;
      rows.push(toRow(row[0], end - at, row[1]));
      at = end;
    }
    return text.length;
  }

  return {
    split(text, isLast) {
      pieces.push(text);
      pending += text.length;
      if (!isLast && pending < wanted) return [];

      let whole = pieces.length === 1 && carry === '' ? text : carry + pieces.join('');
      const rows: Row[] = [];
      if (!hasBegun) {
        // Nothing was cut off yet: the pieces are the text from its first character.
        if (!isLast && whole.length < LONGEST_SEPARATOR_LINE) return rows;
        hasBegun = true;
        whole = whole.slice(separatorLine(whole)?.length ?? 0);
      }
      carry = whole.slice(splitText(whole, isLast, rows));
      pieces = [];
      pending = 0;
      // A record that is still open is looked at again only once twice as much of it is there:
      // otherwise one long cell, fed in small pieces, would cost the square of its length.
      wanted = carry.length;
      return rows;
    },
  };
}
