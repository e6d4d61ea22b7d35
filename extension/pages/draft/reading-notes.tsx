import type { Report } from '../../../shared/report/report.ts';
import { Note } from '../../components/note.tsx';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { hrefOf } from '../route.ts';
import { DecisionNote } from './decision-note.tsx';
import { decisionsOf } from './decisions.ts';
import { SheetPicker } from './sheet-picker.tsx';

/** Labels named before the rest is only counted. */
const LABELS_NAMED = 4;

/** How the file is read: columns, decisions, what was left out and what could not be checked. */
export function ReadingNotes({ draft, report }: { draft: Draft; report: Report }) {
  const { plan, rows, notChecked } = report;
  const references = notChecked.filter((what) => what !== 'records');
  const lost = plan.columns.filter((column) => column.field === null);
  const labels = lost.map((column) => column.label.trim() || en.columns.unnamed(column.index));
  const written = en.draft.written(
    plan.encoding && plan.encoding !== 'utf-8' ? plan.encoding : null,
    plan.dialect ? (en.draft.delimiters[plan.dialect.delimiter] ?? plan.dialect.delimiter) : null,
  );
  return (
    <section class="section" aria-label={en.draft.howRead}>
      <h2>{en.draft.howRead}</h2>
      <Note icon="columns">
        <b>{en.draft.matched(plan.columns.length - lost.length, plan.columns.length)}</b>{' '}
        {lost.length > 0 &&
          `${en.draft.notImported(labels.slice(0, LABELS_NAMED), labels.length - LABELS_NAMED)} `}
        <a class="text-button" href={hrefOf({ view: 'columns', id: draft.id })}>
          {en.common.change}
        </a>
      </Note>
      {decisionsOf(report, draft.given).map((decision) => (
        <DecisionNote
          key={`${decision.field} ${decision.options[0]}`}
          draft={draft}
          decision={decision}
        />
      ))}
      {notChecked.includes('records') && (
        <Note icon="plug">
          <b>{en.draft.recordsNotChecked}</b> {en.draft.recordsNotCheckedMore}
        </Note>
      )}
      {references.length > 0 && (
        <Note icon="plug">
          <b>{en.draft.notChecked(references)}</b> {en.draft.notCheckedWhy}{' '}
          <a class="text-button" href="/options.html" target="_blank" rel="noopener">
            {en.draft.connect}
          </a>
        </Note>
      )}
      <Note icon="sheet">
        {plan.sheet && `${en.draft.sheet(plan.sheet)} `}
        {[en.draft.header(plan.headerRow), written].filter(Boolean).join(', ')}
        {'. '}
        {rows.blank > 0 && `${en.draft.blank(rows.blank)} `}
        {rows.excluded > 0 && `${en.draft.excluded(rows.excluded)} `}
        <SheetPicker draft={draft} />
      </Note>
    </section>
  );
}
