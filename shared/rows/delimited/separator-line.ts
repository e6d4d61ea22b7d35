/** The longest such line has as many characters, line end included. */
export const LONGEST_SEPARATOR_LINE = '"sep=;"\r\n'.length;

/** What the first line of a text says of its delimiter. */
export interface SeparatorLine {
  delimiter: string;
  /** Characters of the line, line end included. */
  length: number;
}

/**
 * The line `sep=;` that a text may begin with. It is Excel's own: there it names the delimiter and is
 * not shown, so that the line below it is row 1.
 *
 * @param text the text's beginning; a line that reaches its end counts as a whole one
 */
export function separatorLine(text: string): SeparatorLine | null {
  const found = /^(?:"sep=(.)"|sep=(.))(?:\r\n|\r|\n|$)/i.exec(
    text.slice(0, LONGEST_SEPARATOR_LINE),
  );
  const delimiter = found?.[1] ?? found?.[2];
  return found && delimiter !== undefined ? { delimiter, length: found[0].length } : null;
}
