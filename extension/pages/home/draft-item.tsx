import { ProgressBar, ShareBar } from '../../components/bar.tsx';
import { Chip } from '../../components/chip.tsx';
import { FileName } from '../../components/file-name.tsx';
import { lazy } from '../../components/lazy.tsx';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { ago } from '../../text/format.ts';
import { judged } from '../draft/causes.ts';
import { draftStatus } from '../draft/status.ts';
import { hrefOf } from '../route.ts';

/** The words of issues are many; they are fetched when one is said. */
const RefusalLine = lazy(async () => (await import('../draft/refusal-line.tsx')).RefusalLine);

/** A draft in the list: its name, how far the check is, or what it found. */
export function DraftItem({
  draft,
  now,
  current,
}: {
  draft: Draft;
  now: number;
  current: boolean;
}) {
  return (
    <a
      class="item"
      href={hrefOf({ view: 'draft', id: draft.id })}
      aria-current={current ? 'page' : undefined}
      data-testid="draft"
    >
      <div class="item-row">
        <b class="grow">
          <FileName name={draft.fileName} />
        </b>
        <Chip status={draftStatus(draft)} />
      </div>
      <Picture draft={draft} />
      <div class="item-line numbers">
        <span class="grow cut">
          {draft.state === 'refused' ? <RefusalLine draft={draft} /> : lineOf(draft)}
        </span>
        <span>{ago(draft.createdAt, now)}</span>
      </div>
    </a>
  );
}

function Picture({ draft: { state, progress, report } }: { draft: Draft }) {
  if (state === 'waiting' || state === 'checking') {
    const share = progress && progress.size > 0 ? progress.bytesRead / progress.size : null;
    return <ProgressBar share={share} label={en.draft.progress} />;
  }
  if (state !== 'checked' || !report) return null;
  const rows = judged(report.rows);
  if (rows === 0) return null;
  return (
    <ShareBar
      label={en.draft.share(report.rows.ready, report.rows.error)}
      parts={[
        { share: report.rows.ready / rows, tone: 'good' },
        { share: report.rows.error / rows, tone: 'bad' },
      ]}
    />
  );
}

function lineOf({ state, report, problem }: Draft): string {
  if (state === 'waiting') return en.draft.waitingTitle;
  if (state === 'checking') return en.draft.reading(report ? judged(report.rows) : 0);
  if (!report) return problem ?? en.draft.refused;
  return en.draft.ready(report.rows.ready, judged(report.rows));
}
