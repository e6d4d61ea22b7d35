import type { Import } from '../../../shared/contract/imports.ts';
import { Problem, useAction } from '../../components/action.tsx';
import { Wash } from '../../components/wash.tsx';
import type { StoredImport } from '../../database/schema.ts';
import { Icon } from '../../icons/icon.tsx';
import { en } from '../../text/en.ts';
import { number } from '../../text/format.ts';
import { downloadErrorFile } from '../actions.ts';
import { causeTitle } from '../cause-title.ts';
import { countWidth } from '../count-width.ts';
import { withoutLabel } from '../issue-words.ts';
import { hrefOf } from '../route.ts';
import { ErrorSection } from './error-section.tsx';
import { outcomeOf } from './outcome.ts';
import { Tiles } from './tiles.tsx';

/** An import that has ended: did it work, if not why, and what to do now. In this order. */
export function Ended({ stored, ended }: { stored: StoredImport; ended: Import }) {
  const words = outcomeOf(ended);
  if (!words) return null;
  const icon = { good: 'check', busy: 'alert', bad: 'cross', plain: 'info' } as const;
  const causes = ended.causes.filter((cause) => cause.severity === 'error');
  return (
    <>
      {ended.results && <Tiles results={ended.results} />}
      <Wash
        tone={words.tone}
        icon={icon[words.tone]}
        title={words.title}
        level="h2"
        testId="outcome"
      >
        {words.sentences.length > 0 && <p>{words.sentences.join(' ')}</p>}
      </Wash>
      {causes.length > 0 && (
        <section class="section">
          <h2>{en.details.whyNot}</h2>
          <ul class="list" style={countWidth(causes)}>
            {causes.map((cause) => (
              <li key={`${cause.code} ${cause.column} ${cause.value}`}>
                <div class="cause plain" data-testid="cause" data-code={cause.code}>
                  <span class="cause-count numbers">{number(cause.count)}</span>
                  <span class="cause-title">{causeTitle(cause)}</span>
                  <span class="cause-example">{withoutLabel(cause)}</span>
                  <span class="cause-example">{cause.fix}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ended.outcome !== 'success' && (
        <section class="section">
          <h2>{en.details.whatNow}</h2>
          <p>{words.advice}</p>
        </section>
      )}
      <ErrorSection stored={stored} />
    </>
  );
}

/** What can be done after an import: the error file, and the next file. */
export function Ways({ stored, ended }: { stored: StoredImport; ended: Import }) {
  const { run, busy, problem } = useAction();
  return (
    <div class="stack tight">
      <div class="actions">
        {(ended.results?.errors ?? 0) > 0 && (
          <button
            type="button"
            class="button primary main"
            disabled={busy}
            onClick={() => void run(() => downloadErrorFile(stored.id))}
          >
            <Icon name="down" />
            {busy ? en.details.downloading : en.details.download}
          </button>
        )}
        <a class="button" href={hrefOf({ view: 'home' })}>
          {outcomeOf(ended)?.next}
        </a>
      </div>
      <Problem text={problem} />
    </div>
  );
}
