/**
 * Damerau–Levenshtein distance (optimal string alignment: insert, delete, replace, swap two
 * neighbours), given up once it is above `limit`.
 *
 * @returns the distance, or `limit + 1` when it is larger
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? limit + 1, limit + 1);
}

/** A choice's text without what people get wrong first: case, accents, white space, punctuation. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The one allowed value that was meant: equal but for case, accents and punctuation, or one slip away
 * from one value only. Null when it is not safe to say.
 */
export function repairChoice(text: string, allowed: readonly string[]): string | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  const same = allowed.filter((choice) => plain(choice) === wanted);
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  if (wanted.length < 4) return null;
  const limit = wanted.length >= 8 ? 2 : 1;
  const near = allowed.filter((choice) => distance(plain(choice), wanted, limit) <= limit);
  return near.length === 1 ? (near[0] ?? null) : null;
}
