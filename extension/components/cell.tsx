import { en } from '../text/en.ts';

/** Longer texts are cut where they are shown; the whole stands in the file. */
const LONGEST = 120;
/** The same inside a sentence. */
const LONGEST_IN_LINE = 48;

/** What stood in a cell: text and nothing else, whatever it looks like. */
export function Cell({ text, inLine }: { text: string; inLine?: boolean }) {
  if (text.trim() === '') return <span class="empty">{en.common.empty}</span>;
  return <code class="cell">{cut(text, inLine ? LONGEST_IN_LINE : LONGEST)}</code>;
}

export function cut(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
