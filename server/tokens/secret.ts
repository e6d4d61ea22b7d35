import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const PREFIX_LENGTH = 10;

/** The parts of a new token: what is shown once, and what is stored. */
export interface NewSecret {
  secret: string;
  prefix: string;
  hash: string;
}

/** Makes a token: `rc_` and 256 random bits. */
export function newSecret(): NewSecret {
  const secret = `rc_${randomBytes(32).toString('base64url')}`;
  return { secret, prefix: prefixOf(secret), hash: hashOf(secret) };
}

/** The part that finds a token's row. It is no secret: the rest still has 190 random bits. */
export function prefixOf(secret: string): string {
  return secret.slice(3, 3 + PREFIX_LENGTH);
}

/** SHA-256, hex. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares two hashes in constant time. */
export function sameHash(left: string, right: string): boolean {
  const a = Buffer.from(left, 'hex');
  const b = Buffer.from(right, 'hex');
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether a text can be a token at all. */
export function looksLikeSecret(text: string): boolean {
  return /^rc_[\w-]{43}$/.test(text);
}
