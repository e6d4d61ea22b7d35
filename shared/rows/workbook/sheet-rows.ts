import type { Limits } from '../../check/limits.ts';
import { refuse } from '../../issues/refusal.ts';
import type { Row } from '../row.ts';

/** Takes a sheet's rows as they are found and gives them numbers, blank rows included. */
export interface SheetRows {
  /** `cells` up to the last one with text in it; `times` equal rows one below the other. */
  add(number: number, cells: string[], times?: number): void;
  /** Rows that can be taken. */
  readonly waiting: number;
  /** The next `count` rows, or as many as are waiting. */
  take(count: number): Row[];
}

/** Text that a sheet may repeat in all before that is held against the size of its file. */
const HARMLESS_TEXT = 64 * 1024 * 1024;

const NO_CELLS: readonly string[] = [];

/**
 * Rows without text are only counted, and handed on once a row with text follows: a sheet that is
 * formatted down to its last row ends where its data ends.
 *
 * @param fileSize bytes of the workbook: a small file that repeats one long text a thousand times
 *   is a bomb
 * @throws Refusal `too-many-rows`, `too-many-columns`, `decompression-limit`, `damaged-file` (from
 *   `add`)
 */
export function createSheetRows(limits: Limits, fileSize: number): SheetRows {
  const maxText = Math.min(
    limits.decompressedSize,
    Math.max(HARMLESS_TEXT, fileSize * limits.decompressionRatio),
  );
  /** Rows that are found; runs of equal ones, and of blank ones, are a single entry. */
  let found: { first: number; times: number; cells: readonly string[] }[] = [];
  let lastNumber = 0;
  let lastFilled = 0;
  let textLength = 0;
  let waiting = 0;

  return {
    get waiting() {
      return waiting;
    },
    add(number, cells, times = 1) {
      if (!(number > lastNumber)) {
        throw refuse('damaged-file', { detail: 'the rows of its sheet are out of order' });
      }
      lastNumber = number + times - 1;
      if (cells.length === 0) return;
      if (cells.length > limits.columns) {
        throw refuse('too-many-columns', { limit: limits.columns, columns: cells.length });
      }
      if (lastNumber > limits.rows + 1) throw refuse('too-many-rows', { limit: limits.rows });
      for (const cell of cells) textLength += cell.length * times;
      if (textLength > maxText) throw refuse('decompression-limit', { limit: maxText });

      const gap = number - lastFilled - 1;
      if (gap > 0) found.push({ first: lastFilled + 1, times: gap, cells: NO_CELLS });
      found.push({ first: number, times, cells });
      waiting += gap + times;
      lastFilled = lastNumber;
    },
    take(count) {
      const rows: Row[] = [];
      let done = 0;
      for (const run of found) {
        while (run.times > 0 && rows.length < count) {
          rows.push(toRow(run.first, run.cells, limits.cellLength));
          run.first++;
          run.times--;
        }
        if (run.times > 0) break;
        done++;
      }
      found = found.slice(done);
      waiting -= rows.length;
      return rows;
    },
  };
}

function toRow(number: number, cells: readonly string[], cellLength: number): Row {
  const column = cells.findIndex((cell) => cell.length > cellLength);
  if (column === -1) return { number, cells };
  const cut = cells.map((cell) => cell.slice(0, cellLength));
  return { number, cells: cut, damage: { code: 'cell-too-large', column } };
}
