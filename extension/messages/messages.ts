/**
 * What pages ask of the background. Files never travel this way (messages are JSON in Chrome): they
 * are put into IndexedDB and named by id.
 */
export interface Messages {
  /** Something was written that the background should act on: uploads, watching, the badge. */
  wake: { request: null; response: null };
  /** Cancels an import at the server. */
  'cancel-import': { request: { importId: string }; response: null };
  /** Fetches users, teams and record types anew if they are older than `maxAge` milliseconds. */
  'refresh-reference': { request: { maxAge: number }; response: null };
}

export type MessageName = keyof Messages;
