import type { Question } from '../../../shared/report/report.ts';
import { Wash } from '../../components/wash.tsx';
import { changePlan } from '../../database/drafts.ts';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { type Reading, withReading } from './decisions.ts';
import { meaning } from './readings.ts';

/** What only the person can decide, each with a button for every answer. */
export function Questions({ draft }: { draft: Draft }) {
  const questions = draft.report?.questions ?? [];
  return (
    <>
      {questions.map((question) => (
        <Wash
          key={`${question.about} ${question.field}`}
          tone="busy"
          icon="question"
          title={en.decisions.question(question.value, question.label)}
          testId="question"
        >
          <p class="small">{en.decisions.questionMore(question.row)}</p>
          <div class="actions">
            {question.options.map((option) => (
              <Answer key={option} draft={draft} question={question} option={option} />
            ))}
          </div>
        </Wash>
      ))}
    </>
  );
}

function Answer({
  draft,
  question,
  option,
}: {
  draft: Draft;
  question: Question;
  option: Reading & Question['options'][number];
}) {
  const reads = meaning(question.value, option);
  const name = en.decisions.options[option];
  return (
    <button
      type="button"
      class="button compact"
      onClick={() => void changePlan(draft.id, withReading(draft.given, question.field, option))}
    >
      {reads === null ? name : `${reads} (${name.toLowerCase()})`}
    </button>
  );
}
