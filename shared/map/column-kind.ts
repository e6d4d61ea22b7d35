import { writtenDate } from '../cells/date.ts';
import type { Field } from '../record-types/record-type.ts';

/** What nearly all values of a column evidently are; null when they are mixed or just text. */
export type ColumnKind = 'email' | 'url' | 'date' | 'words' | null;

/** Fewer values than this prove nothing. */
const ENOUGH = 3;

function kindOf(value: string): ColumnKind {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'email';
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(value)) return 'url';
  if (/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(value) && writtenDate(value)) return 'date';
  return /\d/.test(value) ? null : 'words';
}

/** Looks at the values of a column, blank ones left out. */
export function columnKind(values: readonly string[]): ColumnKind {
  if (values.length < ENOUGH) return null;
  const counts = new Map<ColumnKind, number>();
  for (const value of values) {
    const kind = kindOf(value.trim());
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts)
    if (kind !== null && count >= values.length * 0.9) return kind;
  return null;
}

const TYPED = new Set(['number', 'integer', 'boolean', 'date', 'time', 'datetime', 'year']);
const SHAPED = new Set(['email', 'phone', 'country', 'postal-code', 'uri', 'uuid']);

/**
 * Whether the values of a column speak against a field, whatever the label says: a column of e-mail
 * addresses is no phone column. Words speak only against a match that was a guess.
 */
export function refuses(field: Field, kind: ColumnKind, guessed: boolean): boolean {
  if (kind === null) return false;
  const isTyped = TYPED.has(field.type);
  const format = field.type === 'string' && SHAPED.has(field.format ?? '') ? field.format : null;
  if (!isTyped && format === null) return false;
  if (kind === 'email') return format !== 'email';
  if (kind === 'url') return format !== 'uri';
  if (kind === 'date') return field.type !== 'date' && field.type !== 'datetime';
  return guessed && (format === 'phone' || ['number', 'integer', 'year'].includes(field.type));
}
