import type { StoredImport } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { remaining } from '../../text/format.ts';

/** How far something is that still runs. */
export interface Progress {
  /** 0 to 1; null while that cannot be known. */
  share: number | null;
  title: string;
  /** What more is known, such as the time it will still take; null when nothing is. */
  more: string | null;
}

/** Upload or import, whichever is under way; null once the import has ended or cannot go on. */
export function progressOf(
  { import: running, upload, fileSize }: Pick<StoredImport, 'import' | 'upload' | 'fileSize'>,
  left: number | null,
): Progress | null {
  const { sentBytes, state } = upload;
  if (!running) {
    const share = fileSize > 0 ? Math.min(1, sentBytes / fileSize) : null;
    const title = en.imports.sending(sentBytes, fileSize);
    if (state === 'queued') return { share: null, title: en.imports.queued, more: null };
    if (state === 'sending') return { share, title, more: null };
    if (state === 'retrying') return { share, title, more: en.imports.retrying };
    return state === 'sent' ? { share: null, title: en.imports.sent, more: null } : null;
  }
  if (running.status === 'Uploaded') return { share: null, title: en.imports.sent, more: null };
  if (running.status === 'PostProcessing') {
    return { share: 1, title: en.imports.linking, more: null };
  }
  if (running.status !== 'Processing') return null;
  const { rows, total } = running.progress;
  return {
    share: total ? Math.min(1, rows / total) : null,
    title: en.imports.processing(rows, total),
    more: left === null ? null : en.imports.left(remaining(left)),
  };
}

/** The same on one line. */
export function progressLine({ title, more }: Progress): string {
  return more === null ? title : `${title}, ${more}`;
}
