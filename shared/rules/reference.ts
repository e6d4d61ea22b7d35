import { distance } from '../cells/nearest.ts';
import { rememberRepeats } from '../cells/repeats.ts';
import { addIssue, type RowContext } from '../cells/row-context.ts';

/** An id without what people get wrong first: case, punctuation and zeros in front of a number. */
function plain(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/0+(?=\d)/g, '');
}

function digitsOf(id: string): string {
  return id.replace(/\D+/g, ' ').trim();
}

/**
 * The one known id that was meant: the same but for case, punctuation and leading zeros (team_9 for
 * team_09), or one slip away in its letters alone. Never another number: team_9 is not team_8.
 */
export function nearestId(id: string, ids: Iterable<string>): string | null {
  const wanted = plain(id);
  const same: string[] = [];
  const near: string[] = [];
  for (const known of ids) {
    const other = plain(known);
    if (other === wanted) same.push(known);
    else if (
      wanted.length >= 4 &&
      digitsOf(other) === digitsOf(wanted) &&
      distance(other, wanted, 1) === 1
    ) {
      near.push(known);
    }
  }
  const found = same.length > 0 ? same : near;
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Judges that an id is known; nothing is known of `null`. */
export function referenceRule(
  kind: 'users' | 'teams',
  ids: ReadonlySet<string> | null,
): ((id: string, context: RowContext, column: number) => boolean) | null {
  if (ids === null) return null;
  const code = kind === 'users' ? 'unknown-user' : 'unknown-team';
  const suggestionFor = rememberRepeats((id) => nearestId(id, ids) ?? '', 1024);
  return (id, context, column) => {
    if (ids.has(id)) return true;
    addIssue(context, column, code, {}, suggestionFor(id) || undefined);
    return false;
  };
}
