import { z } from 'zod';
import { roleSchema } from './session.ts';

/** A token as it is listed; the token itself is shown only when it is created. */
export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  /** How the token begins, to tell one from another. */
  hint: z.string(),
  /** ISO 8601 times, UTC. */
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  /** To the minute. */
  lastUsedAt: z.string().nullable(),
});
export type Token = z.infer<typeof tokenSchema>;

export const tokenListSchema = z.object({ tokens: z.array(tokenSchema) });
export type TokenList = z.infer<typeof tokenListSchema>;

export const createTokenSchema = z.object({
  name: z.string().trim().min(1).max(100),
  role: roleSchema,
  /** From when on the token is refused; never when left out. */
  expiresAt: z.iso.datetime({ offset: true }).optional(),
});
export type CreateToken = z.infer<typeof createTokenSchema>;

export const createdTokenSchema = tokenSchema.extend({
  /** The token itself, this once. */
  secret: z.string(),
});
export type CreatedToken = z.infer<typeof createdTokenSchema>;
