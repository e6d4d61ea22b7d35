import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import type { Status } from '../import/status.ts';

/** How a draft stands, as a chip in the list. */
export function draftStatus({ state, progress, report }: Draft): Status {
  switch (state) {
    case 'waiting':
      return { word: en.draft.waiting, tone: 'plain', icon: 'clock', live: false };
    case 'checking': {
      const share = progress && progress.size > 0 ? progress.bytesRead / progress.size : 0;
      return { word: en.draft.checking(share), tone: 'plain', icon: 'gear', live: true };
    }
    case 'refused':
      return { word: en.draft.impossible, tone: 'bad', icon: 'cross', live: false };
    case 'checked':
      return report && report.rows.error > 0
        ? {
            word: en.draft.checkedErrors(report.rows.error),
            tone: 'busy',
            icon: 'alert',
            live: false,
          }
        : { word: en.draft.checkedReady, tone: 'good', icon: 'check', live: false };
  }
}
