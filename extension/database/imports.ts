import type { StoredImport, UploadState } from './schema.ts';
import { write } from './write.ts';

/**
 * Changes one import. `change` gets the stored one and answers with the new one, or with null to
 * leave everything as it is.
 *
 * @returns whether something was written
 */
export async function changeImport(
  importId: string,
  change: (stored: StoredImport) => StoredImport | null,
): Promise<boolean> {
  return write(['imports'], async (tx) => {
    const stored = await tx.objectStore('imports').get(importId);
    const changed = stored && change(stored);
    if (!changed) return false;
    await tx.objectStore('imports').put(changed);
    return true;
  });
}

/** The upload as it is when nothing was tried yet; what the server already has is kept. */
export function queuedAgain(upload: UploadState): UploadState {
  return { ...upload, state: 'queued', problem: null, attempts: 0, retryAt: null };
}

/** The person looked at an import that has ended. */
export async function setSeen(importId: string): Promise<boolean> {
  return changeImport(importId, (stored) =>
    !stored.seen && hasEnded(stored) ? { ...stored, seen: true, announced: true } : null,
  );
}

/**
 * Takes back an import that the server does not know yet: the draft is as it was before the submit.
 *
 * @returns false when the server already has it
 */
export async function takeBack(importId: string): Promise<boolean> {
  return write(['imports', 'drafts', 'files'], async (tx) => {
    const stored = await tx.objectStore('imports').get(importId);
    if (!stored || stored.import) return false;
    await tx.objectStore('imports').delete(importId);
    const draft = await tx.objectStore('drafts').get(stored.draftId);
    if (draft) await tx.objectStore('drafts').put({ ...draft, submittedAs: null });
    else await tx.objectStore('files').delete(stored.draftId);
    return true;
  });
}

/** Forgets an import on this machine, with its file and its error records. */
export async function forgetImport(importId: string): Promise<void> {
  await write(['imports', 'drafts', 'files', 'errorRecords'], async (tx) => {
    const stored = await tx.objectStore('imports').get(importId);
    if (!stored) return;
    await tx.objectStore('imports').delete(importId);
    await tx.objectStore('drafts').delete(stored.draftId);
    await tx.objectStore('files').delete(stored.draftId);
    await tx.objectStore('errorRecords').delete(rowsOf(importId));
  });
}

/** Every error record of an import. */
export function rowsOf(importId: string): IDBKeyRange {
  return IDBKeyRange.bound([importId, 0], [importId, Number.MAX_SAFE_INTEGER]);
}

/** The import is over at the server, or it cannot get there without the person. */
export function hasEnded(stored: StoredImport): boolean {
  return stored.import ? stored.import.outcome !== null : stored.upload.state === 'failed';
}
