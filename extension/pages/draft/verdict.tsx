import { ProgressBar, ShareBar } from '../../components/bar.tsx';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { verdictOf } from './verdict-words.ts';

/** What the check says of the file, in a sentence, a picture and a line. Keeps its height. */
export function Verdict({ draft }: { draft: Draft }) {
  const verdict = verdictOf(draft);
  return (
    <section class="verdict" data-testid="verdict" aria-busy={verdict.share !== undefined}>
      <p class="big numbers">{verdict.title}</p>
      {verdict.share === undefined ? (
        <ShareBar tall label={verdict.picture} parts={verdict.parts} />
      ) : (
        <ProgressBar tall share={verdict.share} label={en.draft.progress} text={verdict.title} />
      )}
      <p class="soft numbers">{verdict.line}</p>
    </section>
  );
}
