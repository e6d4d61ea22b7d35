import { describe } from '../../../shared/issues/describe.ts';
import { Wash } from '../../components/wash.tsx';
import { changePlan } from '../../database/drafts.ts';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { hrefOf } from '../route.ts';
import { SheetPicker } from './sheet-picker.tsx';

/** Why a file cannot be imported as a whole, and the ways out. */
export function Refusal({ draft }: { draft: Draft }) {
  const issue = draft.report?.refusal;
  const words = issue ? describe(issue, {}) : null;
  const columns = draft.report?.plan.columns ?? [];
  return (
    <Wash
      tone="bad"
      icon="cross"
      level="h2"
      title={words?.title ?? en.draft.refusedAlone}
      testId="refusal"
    >
      <p>{words?.message ?? draft.problem}</p>
      {words && <p>{words.fix}</p>}
      <SheetPicker draft={draft} />
      <div class="actions">
        {issue?.code === 'required-column' && columns.length > 0 && (
          <a class="button primary" href={hrefOf({ view: 'columns', id: draft.id })}>
            {en.draft.matchColumns}
          </a>
        )}
        {!words && (
          <button
            type="button"
            class="button primary"
            onClick={() => void changePlan(draft.id, draft.given)}
          >
            {en.draft.again}
          </button>
        )}
        <a class="button" href={hrefOf({ view: 'home' })}>
          {en.draft.another}
        </a>
      </div>
    </Wash>
  );
}
