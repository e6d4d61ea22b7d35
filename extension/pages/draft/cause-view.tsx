import { Cell } from '../../components/cell.tsx';
import { Missing } from '../../components/missing.tsx';
import { View } from '../../components/view.tsx';
import { en } from '../../text/en.ts';
import { number } from '../../text/format.ts';
import { useDraft } from '../live-records.ts';
import { hrefOf } from '../route.ts';
import { causeKey } from './cause-key.ts';
import { causeWords, exampleWords } from './cause-words.ts';

/** One cause of a draft: what is wrong, how to put it right, and the first rows that have it. */
export function CauseView({ id, cause: key }: { id: string; cause: string }) {
  const draft = useDraft(id);
  if (draft === undefined) return <div class="view" />;
  const cause = draft?.report?.causes.find((one) => causeKey(one) === key);
  if (!cause) return <Missing />;
  const words = causeWords(cause);
  const ofCell = cause.column !== undefined;
  // Where the rows differ in what is wrong with them, or have no cell to show, each says it itself.
  const explained =
    !ofCell || new Set(cause.examples.map((one) => JSON.stringify(one.params))).size > 1;
  const suggested = cause.examples.some((example) => example.suggestion !== undefined);
  return (
    <View title={words.title} back={hrefOf({ view: 'draft', id })}>
      <div class="verdict">
        <p class="big numbers">{en.cause.affected(cause.count)}</p>
        <p>{words.explanation}</p>
      </div>
      <section class="section">
        <h2>{en.cause.fix}</h2>
        <p>{words.fix}</p>
      </section>
      {cause.examples.length > 0 && (
        <section class="section">
          <div class="section-head">
            <h2>{en.cause.examples}</h2>
            <span class="small soft numbers">
              {en.cause.firstOf(cause.examples.length, cause.count)}
            </span>
          </div>
          <div class="table-box">
            <table class="table">
              <thead>
                <tr>
                  <th class="row-number" scope="col">
                    {en.cause.row}
                  </th>
                  {ofCell && <th scope="col">{en.cause.value}</th>}
                  {explained && <th scope="col">{en.cause.why}</th>}
                  {suggested && <th scope="col">{en.cause.suggestion}</th>}
                </tr>
              </thead>
              <tbody>
                {cause.examples.map((example) => (
                  <tr key={example.row}>
                    <th class="row-number" scope="row">
                      {number(example.row)}
                    </th>
                    {ofCell && (
                      <td>
                        <Cell text={example.value} />
                      </td>
                    )}
                    {explained && <td>{exampleWords(cause, example)}</td>}
                    {suggested && (
                      <td>
                        {example.suggestion !== undefined && <Cell text={example.suggestion} />}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </View>
  );
}
