import type { Value } from '../cells/value.ts';
import type { Field } from '../record-types/record-type.ts';

/**
 * What two values are compared by when records are told apart. E-mail addresses are the same in any
 * case: servers may tell them apart (RFC 5321 §2.4), in practice none does. Whoever looks up records by
 * their match key compares by this too.
 */
export function keyOf(field: Pick<Field, 'format'>, value: Exclude<Value, null>): string {
  const text = typeof value === 'string' ? value : String(value);
  return field.format === 'email' ? text.toLowerCase() : text;
}
