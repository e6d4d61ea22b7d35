import { createHash } from 'node:crypto';
import type { Value } from '../../shared/cells/value.ts';
import type { Field, RecordType } from '../../shared/record-types/record-type.ts';
import { keyOf } from '../../shared/rules/key.ts';
import { storableText } from '../store/storable.ts';

/** Longest key that is kept whole; an index entry of PostgreSQL holds less than 2.7 kB. */
const MAX_LENGTH = 512;

/** The field by which a row finds its record: the match key, or a primary key of one field. */
export function matchKeyField({ matchKey, primaryKey, fields }: RecordType): Field | null {
  const primary = typeof primaryKey === 'string' ? [primaryKey] : (primaryKey ?? []);
  const name = matchKey ?? (primary.length === 1 ? primary[0] : undefined);
  return fields.find((field) => field.name === name) ?? null;
}

/** What a record is found by: the value as the engine compares it; null when it is empty. */
export function matchKeyOf(field: Pick<Field, 'format'>, value: Value | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  const key = storableText(keyOf(field, value));
  if (key.length <= MAX_LENGTH) return key;
  return `${key.slice(0, MAX_LENGTH)}#${createHash('sha256').update(key).digest('hex')}`;
}
