import { ProgressBar, ShareBar } from '../../components/bar.tsx';
import { Chip } from '../../components/chip.tsx';
import { FileName } from '../../components/file-name.tsx';
import { hasEnded } from '../../database/imports.ts';
import type { StoredImport } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { ago } from '../../text/format.ts';
import { lineOf } from '../import/line.ts';
import { progressLine, progressOf } from '../import/progress.ts';
import { statusOf } from '../import/status.ts';
import { timeLeft } from '../import/time-left.ts';
import { hrefOf } from '../route.ts';

/** An import in the list: name and status, how far it is or how it divides, and what came of it. */
export function ImportItem({
  stored,
  now,
  current,
}: {
  stored: StoredImport;
  now: number;
  current: boolean;
}) {
  const unseen = hasEnded(stored) && !stored.seen;
  const left = timeLeft(stored);
  const finished = stored.import?.finishedAt;
  return (
    <a
      class={unseen ? 'item unseen' : 'item'}
      href={hrefOf({ view: 'import', id: stored.id })}
      aria-current={current ? 'page' : undefined}
      data-testid="import"
    >
      <div class="item-row">
        <b class="grow">
          <FileName name={stored.fileName} />
        </b>
        {unseen && <span class="unseen-text">{en.home.unseen}</span>}
        <Chip status={statusOf(stored)} />
      </div>
      <Picture stored={stored} left={left} />
      <div class="item-line numbers">
        <span class="grow cut">{lineOf(stored, left)}</span>
        <span>{ago(finished ? Date.parse(finished) : stored.createdAt, now)}</span>
      </div>
    </a>
  );
}

function Picture({ stored, left }: { stored: StoredImport; left: number | null }) {
  const progress = progressOf(stored, left);
  if (progress) {
    return (
      <ProgressBar
        share={progress.share}
        tone="busy"
        label={stored.import ? en.imports.progress : en.imports.uploadProgress}
        text={progressLine(progress)}
      />
    );
  }
  const results = stored.import?.results;
  if (!results || results.total === 0 || stored.import?.outcome === 'failed') return null;
  return (
    <ShareBar
      label={en.imports.someImported(results.successes, results.total)}
      parts={[
        { share: results.successes / results.total, tone: 'good' },
        { share: results.errors / results.total, tone: 'bad' },
      ]}
    />
  );
}
