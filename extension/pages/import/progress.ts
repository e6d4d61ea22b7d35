import type { StoredImport } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { remaining } from '../../text/format.ts';

/** How far something is that still runs. */
export interface Progress {
  /** 0 to 1; null while that cannot be known. */
  share: number | null;
  line: string;
}

/** Upload or import, whichever is under way; null once the import has ended or cannot go on. */
export function progressOf(
  { import: running, upload, fileSize }: Pick<StoredImport, 'import' | 'upload' | 'fileSize'>,
  left: number | null,
): Progress | null {
  if (!running) {
    const share = fileSize > 0 ? Math.min(1, upload.sentBytes / fileSize) : null;
    switch (upload.state) {
      case 'queued':
        return { share: null, line: en.imports.queued };
      case 'sending':
        return { share, line: en.imports.sending(upload.sentBytes, fileSize) };
      case 'retrying':
        return { share, line: en.imports.retrying(upload.sentBytes, fileSize) };
      case 'sent':
        return { share: null, line: en.imports.sent };
      case 'failed':
        return null;
    }
  }
  switch (running.status) {
    case 'Uploaded':
      return { share: null, line: en.imports.sent };
    case 'Processing': {
      const { rows, total } = running.progress;
      const line = en.imports.processing(rows, total);
      return {
        share: total ? Math.min(1, rows / total) : null,
        line: left === null ? line : `${line}, ${en.imports.left(remaining(left))}`,
      };
    }
    case 'PostProcessing':
      return { share: 1, line: en.imports.linking };
    default:
      return null;
  }
}
