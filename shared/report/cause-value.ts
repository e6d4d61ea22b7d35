/** Characters of a value that tell one cause from another; longer values are told apart by these. */
const LENGTH = 200;

/** What of a cell's text tells its cause from another of the same code and column. */
export function causeValue(text: string): string {
  return text.trim().slice(0, LENGTH);
}
