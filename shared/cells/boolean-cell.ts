import type { Field } from '../record-types/record-type.ts';
import { repairChoice } from './nearest.ts';
import { rememberRepeats } from './repeats.ts';
import { addIssue, type CellJudge } from './row-context.ts';

/** Words for yes and no in English, German, French, Spanish, Italian, Dutch and as ticks. */
const YES =
  'true t yes y 1 on x ok ja j wahr oui o vrai si s verdadero vero waar ✓ ✔ ☑ active opted-in subscribed';
const NO =
  'false f no n 0 off - nein falsch non faux falso nee onwaar ✗ ✘ ☐ inactive opted-out unsubscribed';

const WORDS = new Map<string, boolean>([
  ...YES.split(' ').map((word) => [word, true] as const),
  ...NO.split(' ').map((word) => [word, false] as const),
]);

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, '-');
}

/**
 * Judges yes and no. A field's own `trueValues` and `falseValues` are taken exactly and alone; without
 * them the words of several languages are known, whatever their case.
 */
export function booleanJudge(field: Field): CellJudge<boolean> {
  const own = field.trueValues || field.falseValues;
  const exact = new Map<string, boolean>([
    ...(field.trueValues ?? ['true', 'True', 'TRUE', '1']).map((word) => [word, true] as const),
    ...(field.falseValues ?? ['false', 'False', 'FALSE', '0']).map(
      (word) => [word, false] as const,
    ),
  ]);
  const verdictOf = rememberRepeats<boolean | 'neither'>(
    (text) => exact.get(text) ?? (own ? undefined : WORDS.get(folded(text))) ?? 'neither',
  );
  return (text, context, column) => {
    const verdict = verdictOf(text);
    if (verdict !== 'neither') return verdict;
    const suggestion = own ? repairChoice(text, [...exact.keys()]) : null;
    return addIssue(context, column, 'invalid-boolean', {}, suggestion ?? undefined);
  };
}
