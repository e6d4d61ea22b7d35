import { useLive } from '../database/live.ts';
import type { Connection, Draft, StoredImport } from '../database/schema.ts';

/** The connected server; null when there is none, undefined until that is known. */
export function useConnection(): Connection | null | undefined {
  return useLive(async (read) => (await read.get('connection', 'current')) ?? null, []);
}

/** One draft; null when it is not here, undefined until that is known. */
export function useDraft(id: string): Draft | null | undefined {
  const found = useLive(async (read) => ({ id, draft: await read.get('drafts', id) }), [id]);
  return found?.id === id ? (found.draft ?? null) : undefined;
}

/** One import; null when it is not here, undefined until that is known. */
export function useImport(id: string): StoredImport | null | undefined {
  const found = useLive(async (read) => ({ id, stored: await read.get('imports', id) }), [id]);
  return found?.id === id ? (found.stored ?? null) : undefined;
}
