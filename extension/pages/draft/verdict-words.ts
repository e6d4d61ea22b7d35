import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { groupCauses, judged } from './causes.ts';

export type VerdictParts = { share: number; tone: 'good' | 'bad' }[];

/** A verdict in words: final, or how far the check is. */
export type VerdictWords =
  | { title: string; line: string; share: number | null }
  | { title: string; line: string; share?: undefined; picture: string; parts: VerdictParts };

/** What is said of a draft that is being checked or was checked. */
export function verdictOf({ state, progress, report }: Draft): VerdictWords {
  if (state === 'waiting' || !report) {
    if (state === 'waiting' || !progress) {
      return { title: en.draft.waitingTitle, line: en.draft.waitingMore, share: null };
    }
    const { bytesRead, size } = progress;
    return {
      title: en.draft.reading(0),
      line: en.draft.readingMore(bytesRead, size),
      share: size > 0 && bytesRead > 0 ? bytesRead / size : null,
    };
  }
  const { ready, error } = report.rows;
  const rows = judged(report.rows);
  if (state === 'checking') {
    const { bytesRead, size } = progress ?? { bytesRead: 0, size: 0 };
    return {
      title: en.draft.reading(rows),
      line: `${en.draft.readingMore(bytesRead, size)}. ${en.draft.soFar(error)}.`,
      share: size > 0 ? bytesRead / size : null,
    };
  }
  return {
    title: en.draft.ready(ready, rows),
    line: en.draft.attention(error, groupCauses(report.causes).errors.length),
    picture: en.draft.share(ready, error),
    parts:
      rows === 0
        ? []
        : [
            { share: ready / rows, tone: 'good' },
            { share: error / rows, tone: 'bad' },
          ],
  };
}
