/** What of a paste can be checked: the file that was copied, or the text of a table. */
export type PastedTable = { file: File } | { text: string } | null;

const LINE = /\r\n|\r|\n/;

/**
 * Finds a table in what was pasted. Text counts as one when it has more than one line or a tab, so
 * that a pasted word does not become a file.
 */
export function tableOf(data: {
  files: ArrayLike<File>;
  getData(type: string): string;
}): PastedTable {
  const file = data.files[0];
  if (file) return { file };
  const text = data.getData('text/plain');
  const lines = text.split(LINE).filter((line) => line.trim() !== '');
  if (lines.length > 1 || text.includes('\t')) return { text };
  return null;
}
