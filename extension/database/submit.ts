import { predictionOf } from '../../shared/report/prediction.ts';
import type { Draft, StoredImport } from './schema.ts';
import { write } from './write.ts';

/** `ready`: rows with errors stay behind. `all`: they are sent too and become error records. */
export type SubmitRows = 'all' | 'ready';

/**
 * Turns a checked draft into an import that waits for its upload, in one transaction: a second click
 * finds the import of the first.
 *
 * @returns the import's id
 * @throws Error with words for the person when the draft cannot be submitted
 */
export async function submit(draftId: string, rows: SubmitRows): Promise<string> {
  return write(['drafts', 'files', 'imports', 'connection'], async (tx) => {
    const draft = await tx.objectStore('drafts').get(draftId);
    if (!draft) throw new Error('This file is no longer here. Choose it again.');
    if (draft.submittedAs) return draft.submittedAs;
    const connection = await tx.objectStore('connection').get('current');
    if (!connection) throw new Error('Connect to a server in the options, then submit.');
    if (connection.role === 'viewer') {
      throw new Error(
        `Your token for ${connection.workspace.name} may only look at imports. Ask an administrator for one that may import.`,
      );
    }
    if (!(await tx.objectStore('files').getKey(draftId))) {
      throw new Error('The bytes of this file are no longer here. Choose it again.');
    }
    const submitted = importOf(draft, rows, connection);
    await tx.objectStore('imports').add(submitted);
    await tx.objectStore('drafts').put({ ...draft, submittedAs: submitted.id });
    return submitted.id;
  });
}

function importOf(
  draft: Draft,
  rows: SubmitRows,
  connection: { origin: string; workspace: { id: string } },
): StoredImport {
  const report = draft.report;
  if (draft.state !== 'checked' || !report) {
    throw new Error('This file is still being checked. Submit it when the check has ended.');
  }
  const badRows = rows === 'ready' ? 'exclude' : 'report';
  return {
    id: crypto.randomUUID(),
    draftId: draft.id,
    fileName: draft.fileName,
    fileSize: draft.fileSize,
    recordType: report.plan.recordType,
    createdAt: Date.now(),
    plan: { ...report.plan, badRows },
    prediction: predictionOf(report, badRows),
    serverOrigin: connection.origin,
    workspaceId: connection.workspace.id,
    upload: {
      state: 'queued',
      sentBytes: 0,
      url: null,
      problem: null,
      attempts: 0,
      retryAt: null,
    },
    import: null,
    seen: false,
    announced: false,
    errorRows: { state: 'none', stored: 0, total: 0, labels: [] },
  };
}
