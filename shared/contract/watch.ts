import { z } from 'zod';
import { importSchema } from './imports.ts';

/**
 * What a client sends on the `watch` WebSocket. The token goes in the first message, never in the
 * address. `since` is the revision of the last change that the client saw; everything after it is
 * delivered first.
 */
export const watchClientMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    token: z.string(),
    since: z.int().nonnegative().nullable(),
  }),
  z.object({ type: z.literal('ping') }),
]);
export type WatchClientMessage = z.infer<typeof watchClientMessageSchema>;

/** What the server sends. */
export const watchServerMessageSchema = z.discriminatedUnion('type', [
  /** The token is good; changes up to `revision` have been or are being delivered. */
  z.object({ type: z.literal('welcome'), revision: z.int().nonnegative() }),
  z.object({ type: z.literal('import'), import: importSchema }),
  z.object({ type: z.literal('pong') }),
  /** Followed by a close. */
  z.object({ type: z.literal('error'), code: z.string(), message: z.string() }),
]);
export type WatchServerMessage = z.infer<typeof watchServerMessageSchema>;
