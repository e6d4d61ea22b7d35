import { database } from './database.ts';
import { hasEnded } from './imports.ts';
import { write } from './write.ts';

/** What Rowcheck keeps on this computer. */
export interface StorageUse {
  /** Bytes used, as the browser estimates them. */
  used: number;
  /** Bytes that the browser would give; null when it does not say. */
  available: number | null;
  drafts: number;
  imports: number;
}

/** Measures what is kept; the bytes are an estimate of the browser. */
export async function storageUse(): Promise<StorageUse> {
  const db = await database();
  const { usage = 0, quota } = await navigator.storage.estimate();
  return {
    used: usage,
    available: quota ?? null,
    drafts: await db.count('drafts'),
    imports: await db.count('imports'),
  };
}

/** Forgets drafts, and imports that have ended, with files and error records. */
export async function clearStored(): Promise<void> {
  await write(['drafts', 'files', 'imports', 'errorRecords'], async (tx) => {
    const kept = new Set<string>();
    const running = [];
    for (const stored of await tx.objectStore('imports').getAll()) {
      if (hasEnded(stored)) continue;
      running.push(stored);
      kept.add(stored.draftId);
    }
    await tx.objectStore('imports').clear();
    for (const stored of running) await tx.objectStore('imports').put(stored);
    await tx.objectStore('errorRecords').clear();
    for (const store of ['drafts', 'files'] as const) {
      for (const key of await tx.objectStore(store).getAllKeys()) {
        if (!kept.has(key)) await tx.objectStore(store).delete(key);
      }
    }
  });
}
