import type { ComponentChildren } from 'preact';
import { Problem, useAction } from '../../components/action.tsx';
import type { Draft } from '../../database/schema.ts';
import type { SubmitRows } from '../../database/submit.ts';
import { Icon } from '../../icons/icon.tsx';
import { en } from '../../text/en.ts';
import { submitDraft } from '../actions.ts';
import { hrefOf } from '../route.ts';
import { replaceWith } from '../use-route.ts';
import type { SubmitOffer } from './submit-offer.ts';

/** The foot of a draft: what can be done now, and what will then happen to the rows. */
export function SubmitBar({ draft, offer }: { draft: Draft; offer: SubmitOffer }) {
  const { run, busy, problem } = useAction();
  const submit = (rows: SubmitRows): void => {
    void run(async () => {
      replaceWith({ view: 'import', id: await submitDraft(draft.id, rows) });
    });
  };
  switch (offer.kind) {
    case 'wait':
      return (
        <Bar words={en.submit.checkingMore}>
          <Blocked>{en.submit.checking}</Blocked>
        </Bar>
      );
    case 'nothing-ready':
      return (
        <Bar words={offer.asked ? en.submit.noneAsked : en.submit.noneMore}>
          <Blocked>{en.submit.none}</Blocked>
        </Bar>
      );
    case 'viewer':
      return (
        <Bar words={en.submit.viewer}>
          <Blocked>{en.submit.everything(draft.report?.rows.ready ?? 0)}</Blocked>
        </Bar>
      );
    case 'connect':
      return (
        <Bar words={en.submit.connectMore}>
          <a class="button primary main" href="/options.html" target="_blank" rel="noopener">
            <Icon name="plug" />
            {en.submit.connect}
          </a>
        </Bar>
      );
    case 'submitted':
      return (
        <Bar words={en.submit.submitted}>
          <a class="button primary main" href={hrefOf({ view: 'import', id: offer.importId })}>
            {en.submit.open}
          </a>
        </Bar>
      );
    case 'everything':
      return (
        <Bar words={en.details.closing} problem={problem}>
          <button
            type="button"
            class="button primary main numbers"
            disabled={busy}
            onClick={() => submit('all')}
          >
            {en.submit.everything(offer.rows)}
          </button>
        </Bar>
      );
    case 'choice':
      return (
        <Bar words={en.submit.readyMore(offer.errors)} problem={problem}>
          <button
            type="button"
            class="button primary main numbers"
            disabled={busy}
            onClick={() => submit('ready')}
          >
            {en.submit.ready(offer.ready)}
          </button>
          <button
            type="button"
            class="button numbers"
            disabled={busy}
            onClick={() => submit('all')}
          >
            {en.submit.all(offer.ready + offer.errors)}
          </button>
        </Bar>
      );
  }
}

function Bar({
  words,
  problem = null,
  children,
}: {
  words: string;
  problem?: string | null;
  children: ComponentChildren;
}) {
  return (
    <div class="stack tight foot-offer">
      <div class="actions">{children}</div>
      {problem === null ? <p class="small soft numbers">{words}</p> : <Problem text={problem} />}
    </div>
  );
}

function Blocked({ children }: { children: ComponentChildren }) {
  return (
    <button type="button" class="button primary main" disabled>
      {children}
    </button>
  );
}
