import type { Cause, CauseExample } from '../../../shared/report/report.ts';
import { Cell } from '../../components/cell.tsx';
import { Icon } from '../../icons/icon.tsx';
import { en } from '../../text/en.ts';
import { number } from '../../text/format.ts';
import { countWidth } from '../count-width.ts';
import { hrefOf } from '../route.ts';
import { causeKey } from './cause-key.ts';
import { causeWords } from './cause-words.ts';

/** How many rows are named where a cause has no text to show. */
const ROWS_NAMED = 4;

/** Causes as links to their details, from the most rows to the fewest. */
export function CauseList({ draftId, causes }: { draftId: string; causes: readonly Cause[] }) {
  return (
    <ul class="list" style={countWidth(causes)}>
      {causes.map((cause) => {
        const key = causeKey(cause);
        return (
          <li key={key}>
            <a
              class={`cause ${cause.severity}`}
              href={hrefOf({ view: 'cause', id: draftId, cause: key })}
              data-testid="cause"
              data-code={cause.code}
            >
              <span class="cause-count numbers">{number(cause.count)}</span>
              <span class="cause-title">{causeWords(cause).title}</span>
              <Icon name="next" />
              <span class="cause-example">
                <Example cause={cause} />
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function Example({ cause }: { cause: Cause }) {
  const { examples, count, value } = cause;
  const [first] = examples;
  const more = count - 1;
  if (!first) return <>{causeWords(cause).fix}</>;
  if (value !== undefined) {
    return (
      <>
        <Cell inLine text={value} /> {en.cause.inRows} {rowsOf(examples, count)}
        <Suggestion example={first} />
      </>
    );
  }
  if (examples.every((example) => example.value.trim() === '')) {
    return <>{rowsOf(examples, count)}</>;
  }
  return (
    <>
      {repeats(first) ?? en.common.row(first.row)}: <Cell inLine text={first.value} />
      {more > 0 && ` ${en.cause.more(more)}`}
      <Suggestion example={first} />
    </>
  );
}

function Suggestion({ example: { suggestion } }: { example: CauseExample }) {
  if (suggestion === undefined) return null;
  return (
    <>
      . {en.cause.didYouMean} <Cell inLine text={suggestion} />?
    </>
  );
}

function repeats(example: CauseExample): string | null {
  if (!('firstRow' in example.params)) return null;
  return en.cause.repeats(example.row, example.params.firstRow);
}

function rowsOf(examples: readonly CauseExample[], count: number): string {
  const rows = examples.slice(0, ROWS_NAMED).map((example) => example.row);
  return en.cause.rowsOf(rows, count - rows.length);
}
