import type { Row } from '../rows/row.ts';

/** How far down a header is looked for, in rows that are not blank. */
const MAX_ROWS = 20;

/**
 * Row number of the header among the first rows, null when the file has none.
 *
 * The row with the most known labels wins. Where no label is known, it is the first row that is
 * about as wide as the table (titles and notes above it are not) and holds no data itself.
 *
 * @param isKnownLabel whether a label, blanks at its ends removed, is one that a field goes by
 */
export function findHeader(
  rows: readonly Row[],
  isKnownLabel: (label: string) => boolean,
): number | null {
  const candidates = rows
    .map((row) => ({ number: row.number, labels: filledCells(row) }))
    .filter(({ labels }) => labels.length > 0)
    .slice(0, MAX_ROWS);
  const enough = Math.ceil(usualWidth(candidates.map(({ labels }) => labels.length)) / 2);

  let best: { number: number; known: number } | null = null;
  for (const { number, labels } of candidates) {
    const known = labels.filter(isKnownLabel).length;
    if (known === 0 || known <= (best?.known ?? 0) || labels.some(isCertainlyData)) continue;
    if (known >= 2 || (labels.length >= enough && known * 2 >= labels.length)) {
      best = { number, known };
    }
  }
  if (best) return best.number;

  const first = candidates.find(({ labels }) => labels.length >= enough);
  if (!first || first.labels.some((label) => isCertainlyData(label) || isNumber(label))) {
    return null;
  }
  return first.number;
}

function filledCells(row: Row): string[] {
  return row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** The most frequent number of filled cells, the larger one of two. */
function usualWidth(widths: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const width of widths) frequency.set(width, (frequency.get(width) ?? 0) + 1);
  let usual = 0;
  for (const [width, times] of frequency) {
    const most = frequency.get(usual) ?? 0;
    if (times > most || (times === most && width > usual)) usual = width;
  }
  return usual;
}

const DATA_SHAPES: readonly RegExp[] = [
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  /^https?:\/\//i,
  /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T]\d{1,2}:\d{2}.*)?$/,
  /^\+?[\d\s()./-]{7,}$/,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^(true|false)$/i,
];

/** Text that nobody calls a column. */
function isCertainlyData(text: string): boolean {
  return DATA_SHAPES.some((shape) => shape.test(text));
}

/** A number that is no year: columns are called `2025`, but not `17.5`. */
function isNumber(text: string): boolean {
  return /^[-+]?[\d.,\s]*\d%?$/.test(text) && !/^(19|20)\d\d$/.test(text);
}
