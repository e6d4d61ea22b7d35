import { z } from 'zod';

export const userSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  email: z.string().optional(),
});
export type User = z.infer<typeof userSchema>;

export const teamSchema = z.object({ id: z.string().min(1), name: z.string() });
export type Team = z.infer<typeof teamSchema>;

/** Everybody that a row may name as its owner, and every team. */
export const directorySchema = z.object({ users: z.array(userSchema), teams: z.array(teamSchema) });
export type Directory = z.infer<typeof directorySchema>;
