/**
 * What a spreadsheet program would run as a formula, with any apostrophes before it: those of the
 * original get one more, so that taking one away gives every cell back.
 */
export const FORMULA = /^'*[=+\-@\t\r]/;

/** A cell as it was before an apostrophe kept it from being run as a formula. */
export function restoredCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
