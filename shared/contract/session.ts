import { z } from 'zod';

/** Raised whenever a client of the version before could misread an answer. */
export const CONTRACT_VERSION = 1;

export const roleSchema = z.enum(['viewer', 'importer', 'admin']);
export type Role = z.infer<typeof roleSchema>;

/** Who the token is: what a client asks first. */
export const sessionSchema = z.object({
  workspace: z.object({ id: z.string(), name: z.string() }),
  token: z.object({ id: z.string(), name: z.string(), role: roleSchema }),
  server: z.object({ version: z.string(), contract: z.int() }),
});
export type Session = z.infer<typeof sessionSchema>;

/** The one shape of every error answer. */
export const apiErrorSchema = z.object({
  /** kebab-case, stable. */
  code: z.string(),
  /** A sentence that names the way out. */
  message: z.string(),
  requestId: z.string(),
  details: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type ApiError = z.infer<typeof apiErrorSchema>;
