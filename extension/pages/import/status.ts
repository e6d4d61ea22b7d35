import type { Import } from '../../../shared/contract/imports.ts';
import type { StoredImport, UploadState } from '../../database/schema.ts';
import type { IconName } from '../../icons/icon.tsx';
import { en } from '../../text/en.ts';

export type Tone = 'good' | 'busy' | 'bad' | 'plain';

/** A status as it is shown: a word, an icon and a colour, always the three together. */
export interface Status {
  word: string;
  tone: Tone;
  icon: IconName;
  /** Something is being done right now. */
  live: boolean;
}

const atServer: Record<Import['status'], Omit<Status, 'word'>> = {
  Uploaded: { tone: 'busy', icon: 'gear', live: false },
  Processing: { tone: 'busy', icon: 'gear', live: true },
  PostProcessing: { tone: 'busy', icon: 'gear', live: true },
  Completed: { tone: 'good', icon: 'check', live: false },
  Failed: { tone: 'bad', icon: 'cross', live: false },
};

const onTheWay: Record<UploadState['state'], Status> = {
  queued: { word: en.status.waiting, tone: 'busy', icon: 'clock', live: false },
  sending: { word: en.status.uploading, tone: 'busy', icon: 'up', live: false },
  retrying: { word: en.status.interrupted, tone: 'busy', icon: 'clock', live: false },
  sent: { word: 'Uploaded', tone: 'busy', icon: 'gear', live: false },
  failed: { word: en.status.notUploaded, tone: 'bad', icon: 'cross', live: false },
};

/** How an import stands: the server's status once it is there, the upload's before. */
export function statusOf(stored: Pick<StoredImport, 'import' | 'upload'>): Status {
  if (!stored.import) return onTheWay[stored.upload.state];
  const { status } = stored.import;
  return { word: status, ...atServer[status] };
}
