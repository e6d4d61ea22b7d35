import type { Import } from '../../shared/contract/imports.ts';
import type { StoredImport } from '../database/schema.ts';
import { write } from '../database/write.ts';

/**
 * Takes over what the server says about an import, if the import was made on this computer and the
 * news is newer than what is known. The file's bytes are let go once the import has ended.
 */
export async function takeNews(news: Import): Promise<boolean> {
  return write(['imports', 'files'], async (tx) => {
    const imports = tx.objectStore('imports');
    const stored = await imports.index('serverId').get(news.id);
    if (!stored?.import || stored.import.revision >= news.revision) return false;
    const ends = news.outcome !== null && stored.import.outcome === null;
    // A cancel that came too late: how the import ended is news to whoever cancelled it.
    const tooLate = ends && news.reason?.code !== 'cancelled';
    await imports.put({
      ...withNews(stored, news),
      ...(tooLate ? { seen: false, announced: false } : {}),
    });
    if (news.outcome) await tx.objectStore('files').delete(stored.draftId);
    return true;
  });
}

/** The import as it is once the server has it. */
function withNews(stored: StoredImport, news: Import): StoredImport {
  return {
    ...stored,
    import: news,
    errorRows: { ...stored.errorRows, total: news.results?.errors ?? 0 },
  };
}

/**
 * The upload is through and the server has made an import of it.
 *
 * @returns false when the person took it back in the meantime
 */
export async function takeCreated(importId: string, news: Import): Promise<boolean> {
  return write(['imports', 'files'], async (tx) => {
    const stored = await tx.objectStore('imports').get(importId);
    if (!stored) return false;
    await tx.objectStore('imports').put({
      ...withNews(stored, news),
      upload: {
        ...stored.upload,
        state: 'sent',
        sentBytes: stored.fileSize,
        problem: null,
        attempts: 0,
        retryAt: null,
      },
    });
    if (news.outcome) await tx.objectStore('files').delete(stored.draftId);
    return true;
  });
}

/** The server no longer knows the import: it has ended, whatever became of it. */
export async function takeGone(importId: string): Promise<void> {
  await write(['imports', 'files'], async (tx) => {
    const stored = await tx.objectStore('imports').get(importId);
    if (!stored?.import || stored.import.outcome) return false;
    await tx.objectStore('imports').put({
      ...stored,
      import: {
        ...stored.import,
        status: 'Failed',
        outcome: 'failed',
        reason: {
          code: 'internal',
          message: 'The server no longer has this import. Ask its administrator what became of it.',
        },
      },
    });
    await tx.objectStore('files').delete(stored.draftId);
    return true;
  });
}
