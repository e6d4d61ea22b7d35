import { database } from '../database/database.ts';
import { changeImport } from '../database/imports.ts';
import type { StoredImport, UploadState } from '../database/schema.ts';
import { createServerClient, type ServerAccess } from '../server-client/client.ts';
import { ServerProblem } from '../server-client/problem.ts';
import { takeCreated } from './follow.ts';
import { pauseAfter } from './pauses.ts';
import { uploadFile } from './upload-file.ts';

/**
 * Sends the file of an import and has the server make the import of it. Every step is kept, so that
 * another attempt goes on where this one ended; what is in the way is kept too. Rejects only when
 * `signal` ends it.
 */
export async function sendImport(
  stored: StoredImport,
  access: ServerAccess,
  signal: AbortSignal,
  fetch?: typeof globalThis.fetch,
): Promise<void> {
  const { id, draftId, fileName, plan, prediction } = stored;
  const note = (news: Partial<UploadState>) =>
    changeImport(id, (now) => ({ ...now, upload: { ...now.upload, ...news } }));
  try {
    const file = await (await database()).get('files', draftId);
    if (!file) {
      throw new ServerProblem('refused', 'The file is no longer here. Choose it again.');
    }
    await note({ state: 'sending', retryAt: null });
    const url = await uploadFile(
      access,
      { blob: file.blob, fileName, url: stored.upload.url },
      {
        onUrl: async (url) => void (await note({ url, sentBytes: 0 })),
        onAccepted: async (sentBytes) =>
          void (await note({ sentBytes, attempts: 0, problem: null })),
      },
      signal,
      fetch,
    );
    const client = createServerClient(access, fetch ? { fetch } : {});
    const body = { uploadId: uploadIdOf(url), fileName: fileName.slice(-255), plan, prediction };
    // Not to be ended by the signal: an import that is made must be known here, or be cancelled.
    const created = await client.createImport(id, body);
    if (!(await takeCreated(id, created))) await client.cancelImport(created.id);
  } catch (error) {
    if (signal.aborted) throw error;
    await changeImport(id, (now) => ({ ...now, upload: stopped(now.upload, error) }));
  }
}

/** The server names an upload by the last part of its address. */
function uploadIdOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').pop() ?? '');
}

/** What becomes of an upload that met an error: another attempt, or a question to the person. */
function stopped(upload: UploadState, error: unknown): UploadState {
  const problem = error instanceof Error ? error.message : String(error);
  if (error instanceof ServerProblem && !error.passing) {
    return { ...upload, state: 'failed', problem, retryAt: null };
  }
  const attempts = upload.attempts + 1;
  return {
    ...upload,
    state: 'retrying',
    problem,
    attempts,
    retryAt: Date.now() + pauseAfter(attempts),
  };
}
