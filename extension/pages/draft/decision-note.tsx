import { useState } from 'preact/hooks';
import { Note } from '../../components/note.tsx';
import { changePlan } from '../../database/drafts.ts';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { type Decision, withReading } from './decisions.ts';

/** How a column is read and why, and the other ways to read it. */
export function DecisionNote({ draft, decision }: { draft: Draft; decision: Decision }) {
  const [open, setOpen] = useState(false);
  const { label, reading, because, options, field } = decision;
  const dates = reading !== 'decimal-comma' && reading !== 'decimal-point';
  return (
    <Note icon={dates ? 'calendar' : 'number'}>
      <b>
        {dates ? en.decisions.dates(label) : en.decisions.numbers(label)} {en.decisions.is[reading]}
        ,
      </b>{' '}
      {because ? en.decisions.because(because.row, because.value) : en.decisions.chosen}{' '}
      <button type="button" class="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? en.common.close : en.common.change}
      </button>
      {open && (
        <div class="actions choices">
          {options.map((option) => (
            <button
              key={option}
              type="button"
              class="button compact"
              aria-pressed={option === reading}
              onClick={() => {
                setOpen(false);
                if (option !== reading) {
                  void changePlan(draft.id, withReading(draft.given, field, option));
                }
              }}
            >
              {en.decisions.options[option]}
            </button>
          ))}
        </div>
      )}
    </Note>
  );
}
