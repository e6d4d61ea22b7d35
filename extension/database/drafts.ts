import type { IDBPObjectStore } from 'idb';
import type { PlanOptions } from '../../shared/plan/plan.ts';
import type { Report } from '../../shared/report/report.ts';
import type { Draft, RowcheckDatabase, StoreName } from './schema.ts';
import { write } from './write.ts';

/**
 * Keeps a file as a new draft; its check begins as soon as a page supervises checks.
 *
 * @returns the draft's id
 * @throws Error with words for the person when the disk is full
 */
export async function addDraft(file: File, given: PlanOptions = {}): Promise<string> {
  const id = crypto.randomUUID();
  const now = Date.now();
  await write(['drafts', 'files'], async (tx) => {
    await tx.objectStore('files').add({ id, blob: file });
    await tx.objectStore('drafts').add({
      id,
      fileName: file.name,
      fileSize: file.size,
      createdAt: now,
      updatedAt: now,
      given,
      recordType: null,
      state: 'waiting',
      progress: null,
      report: null,
      problem: null,
      submittedAs: null,
      revision: 1,
    });
  });
  return id;
}

/** Forgets a draft. Its bytes stay while a submitted import still needs them. */
export async function removeDraft(draftId: string): Promise<void> {
  await write(['drafts', 'files'], async (tx) => {
    const draft = await tx.objectStore('drafts').get(draftId);
    if (!draft) return;
    await tx.objectStore('drafts').delete(draftId);
    if (!draft.submittedAs) await tx.objectStore('files').delete(draftId);
  });
}

/** Changes what the person says about the file; the check starts over. */
export async function changePlan(draftId: string, given: PlanOptions): Promise<void> {
  await changeDraft(draftId, (draft) =>
    draft.submittedAs ? null : waitingAgain({ ...draft, given }),
  );
}

/** Has every draft that is not submitted checked anew, inside a transaction over `drafts`. */
export async function recheckDrafts(
  drafts: IDBPObjectStore<RowcheckDatabase, StoreName[], 'drafts', 'readwrite'>,
): Promise<void> {
  for (const draft of await drafts.getAll()) {
    if (!draft.submittedAs) await drafts.put(waitingAgain(draft));
  }
}

function waitingAgain(draft: Draft): Draft {
  const revision = draft.revision + 1;
  return { ...draft, state: 'waiting', progress: null, problem: null, revision };
}

/** What a running check knows of itself; written only while its revision is still the wanted one. */
export type CheckNews =
  | { state: 'checking'; progress: { bytesRead: number; size: number }; report: Report | null }
  | { state: 'checked' | 'refused'; report: Report }
  | { state: 'refused'; problem: string };

/** @returns false when the draft is gone or must be checked anew, so that the check can stop */
export async function writeCheckNews(
  draftId: string,
  revision: number,
  news: CheckNews,
): Promise<boolean> {
  return changeDraft(draftId, (draft) => {
    if (draft.revision !== revision || draft.submittedAs) return null;
    const report = 'report' in news ? news.report : null;
    return {
      ...draft,
      state: news.state,
      progress: 'progress' in news ? news.progress : null,
      report,
      recordType: report?.plan.recordType ?? draft.recordType,
      problem: 'problem' in news ? news.problem : null,
    };
  });
}

/** @returns whether `change` gave a new draft that was written */
async function changeDraft(
  draftId: string,
  change: (draft: Draft) => Draft | null,
): Promise<boolean> {
  return write(['drafts'], async (tx) => {
    const draft = await tx.objectStore('drafts').get(draftId);
    const changed = draft && change(draft);
    if (!changed) return false;
    await tx.objectStore('drafts').put({ ...changed, updatedAt: Date.now() });
    return true;
  });
}
