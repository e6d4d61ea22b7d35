import { en } from '../text/en.ts';

/** Longer texts are cut where they are shown; the whole stands in the file. */
const LONGEST = 120;

/** What stood in a cell: text and nothing else, whatever it looks like. */
export function Cell({ text }: { text: string }) {
  if (text.trim() === '') return <span class="empty">{en.common.empty}</span>;
  return <code class="cell">{cut(text)}</code>;
}

export function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
