/** What JSON may say and PostgreSQL's jsonb cannot hold: NUL, and half a surrogate pair. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * JSON for a jsonb parameter. Characters that the database cannot hold become U+FFFD, as everywhere
 * in Unicode where something cannot be shown.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return UNSTORABLE.test(json) ? JSON.stringify(value, cleaned) : json;
}

function cleaned(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? storableText(value) : value;
}

/** Text for a text parameter. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}
