import { DEFAULT_LIMITS } from '../../check/limits.ts';
import type { Dialect } from '../../plan/plan.ts';
import { isBlank } from '../row.ts';
import { createRowSplitter } from './row-splitter.ts';
import { separatorLine } from './separator-line.ts';

/** From the one that turns up in ordinary text least to the one that does most. */
const DELIMITERS = ['\t', '|', ';', ','] as const;

/** Rows whose number of cells is compared. */
const SAMPLE_ROWS = 1000;

/**
 * How delimited text is written, found by the delimiter that cuts its rows most evenly.
 *
 * @param sample the beginning of the text
 * @param isWhole whether that is all of it
 * @param fileName a name ending in `.tsv` or `.tab` speaks for tabs
 */
export function detectDialect(sample: string, isWhole: boolean, fileName: string): Dialect {
  const newline = detectNewline(sample);
  const usual = /\.(tsv|tab)$/i.test(fileName) ? '\t' : ',';
  const named = separatorLine(sample)?.delimiter;
  let best = { delimiter: named ?? usual, score: 0 };
  if (named === undefined) {
    for (const delimiter of DELIMITERS) {
      const score = evenness(sample, isWhole, { delimiter, quote: '"', newline });
      if (score > best.score) best = { delimiter, score };
    }
  }
  return { delimiter: best.delimiter, quote: '"', newline };
}

/**
 * How evenly a dialect cuts a sample: 0 when it cuts nothing, towards 1 when every row has the same
 * large number of cells. Rows whose quotes make no sense speak against it.
 */
function evenness(sample: string, isWhole: boolean, dialect: Dialect): number {
  const limits = { ...DEFAULT_LIMITS, columns: Number.POSITIVE_INFINITY };
  const rows = createRowSplitter(dialect, limits)
    .split(sample, isWhole)
    .filter((row) => !isBlank(row))
    .slice(0, SAMPLE_ROWS);

  const frequency = new Map<number, number>();
  let damaged = 0;
  for (const { cells, damage } of rows) {
    frequency.set(cells.length, (frequency.get(cells.length) ?? 0) + 1);
    if (damage) damaged++;
  }
  let cells = 1;
  for (const [count, times] of frequency) {
    if (count < 2) continue;
    const most = frequency.get(cells) ?? 0;
    if (cells === 1 || times > most || (times === most && count > cells)) cells = count;
  }
  if (cells === 1) return 0;
  const share = (frequency.get(cells) ?? 0) / rows.length;
  return share ** 2 * (1 - 1 / cells) - damaged / rows.length;
}

/** The line end that most rows have; those inside quotes do not count. */
function detectNewline(sample: string): Dialect['newline'] {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  let isQuoted = false;
  for (const [found] of sample.matchAll(/"|\r\n|\r(?!$)|\n/g)) {
    if (found === '"') isQuoted = !isQuoted;
    else if (!isQuoted) counts[found as Dialect['newline']]++;
  }
  if (counts['\r'] > counts['\n'] + counts['\r\n']) return '\r';
  return counts['\r\n'] > counts['\n'] ? '\r\n' : '\n';
}
