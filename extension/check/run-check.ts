import type { check as checkFile } from '../../shared/check/check.ts';
import type { PlanOptions } from '../../shared/plan/plan.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import { database } from '../database/database.ts';
import { type CheckNews, writeCheckNews } from '../database/drafts.ts';
import { blobSource } from './blob-source.ts';
import type { CheckJob } from './job.ts';
import { knowledge } from './knowledge.ts';

/** How often the database hears of progress, in milliseconds. */
const NEWS_PAUSE = 250;

/**
 * Checks one draft and writes what it finds to the database as it goes. Stops by itself once the
 * draft is gone or must be checked anew. Never rejects.
 */
export async function runCheck(
  { draftId, revision }: CheckJob,
  check: typeof checkFile,
  now: () => number = Date.now,
): Promise<void> {
  const stale = new AbortController();
  const tell = async (news: CheckNews): Promise<void> => {
    if (!(await writeCheckNews(draftId, revision, news))) stale.abort();
  };
  try {
    const db = await database();
    const draft = await db.get('drafts', draftId);
    const file = await db.get('files', draftId);
    if (draft?.revision !== revision) return;
    if (!file) {
      await tell({ state: 'refused', problem: 'This file is no longer here. Choose it again.' });
      return;
    }
    const size = file.blob.size;
    await tell({ state: 'checking', progress: { bytesRead: 0, size }, report: null });
    let toldAt = now();
    let telling: Promise<void> | null = null;
    const known = await knowledge();
    const report = await check(blobSource(draft.fileName, file.blob), {
      ...known,
      given: stillValid(draft.given, known.recordTypes),
      signal: stale.signal,
      onProgress: ({ bytesRead, report }) => {
        if (telling || now() - toldAt < NEWS_PAUSE) return;
        toldAt = now();
        // News that cannot be written (a full disk) must not end the check; its result may fit.
        telling = tell({ state: 'checking', progress: { bytesRead, size }, report })
          .catch(() => {})
          .finally(() => {
            telling = null;
          });
      },
    });
    await telling;
    await tell({ state: report.refusal ? 'refused' : 'checked', report });
  } catch (error) {
    if (stale.signal.aborted) return;
    await tell({ state: 'refused', problem: inWords(error) }).catch(() => {});
  }
}

/** What was said for a record type that is not there any more is void; the file's own reading stays. */
function stillValid(given: PlanOptions, recordTypes: readonly RecordType[]): PlanOptions {
  const { recordType, columns: _columns, formats: _formats, ...reading } = given;
  if (!recordType || recordTypes.some(({ name }) => name === recordType)) return given;
  return reading;
}

function inWords(error: unknown): string {
  if (error instanceof DOMException && error.name === 'NotReadableError') {
    return 'This file can no longer be read; it was changed or removed. Choose it again.';
  }
  const detail = error instanceof Error ? error.message : String(error);
  return `The check stopped because of an error in Rowcheck (${detail}). Choose the file again, and report this if it happens twice.`;
}
