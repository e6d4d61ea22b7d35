import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** `length` random letters and digits of one case, five bits each: safe in addresses and file names. */
export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join('');
}

/** A new id with the prefix of its kind: `tok_…`, `upl_…`. 120 random bits. */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(24)}`;
}
