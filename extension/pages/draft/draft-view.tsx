import { Announcer } from '../../components/announcer.tsx';
import { Missing } from '../../components/missing.tsx';
import { RemoveLine } from '../../components/remove-line.tsx';
import { View } from '../../components/view.tsx';
import { removeDraft } from '../../database/drafts.ts';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { useConnection, useDraft } from '../live-records.ts';
import { hrefOf } from '../route.ts';
import { replaceWith } from '../use-route.ts';
import { CauseList } from './cause-list.tsx';
import { groupCauses } from './causes.ts';
import { Questions } from './questions.tsx';
import { ReadingNotes } from './reading-notes.tsx';
import { RecordTypePicker } from './record-type-picker.tsx';
import { Refusal } from './refusal.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { submitOffer } from './submit-offer.ts';
import { Verdict } from './verdict.tsx';
import { verdictOf } from './verdict-words.ts';

/** A file before it is submitted: the verdict, its causes, how it is read, and the submit. */
export function DraftView({ id }: { id: string }) {
  const draft = useDraft(id);
  const connection = useConnection();
  if (draft === undefined) return <div class="view" />;
  if (draft === null) return <Missing />;
  const offer = submitOffer(draft, connection);
  return (
    <View
      title={draft.fileName}
      isFile
      back={hrefOf({ view: 'home' })}
      trailing={<RecordTypePicker draft={draft} />}
      foot={offer && <SubmitBar draft={draft} offer={offer} />}
    >
      <Announcer text={announcement(draft)} />
      {draft.state === 'refused' ? <Refusal draft={draft} /> : <Found draft={draft} />}
      {!draft.submittedAs && <Remove draft={draft} />}
    </View>
  );
}

function Found({ draft }: { draft: Draft }) {
  const { report } = draft;
  const { errors, hints } = groupCauses(report?.causes ?? []);
  const done = draft.state === 'checked';
  return (
    <>
      <Verdict draft={draft} />
      <div class="split">
        <div class="stack">
          {done && <Questions draft={draft} />}
          {errors.length > 0 && (
            <section class="section">
              <h2>{done ? en.draft.causes : en.draft.causesSoFar}</h2>
              <CauseList draftId={draft.id} causes={errors} />
            </section>
          )}
          {done && hints.length > 0 && (
            <section class="section">
              <div class="section-head">
                <h2>{en.draft.hints}</h2>
                <span class="small soft">{en.draft.hintsMore}</span>
              </div>
              <CauseList draftId={draft.id} causes={hints} />
            </section>
          )}
        </div>
        {done && report && <ReadingNotes draft={draft} report={report} />}
      </div>
    </>
  );
}

function Remove({ draft }: { draft: Draft }) {
  return (
    <RemoveLine
      label={en.draft.remove}
      more={en.draft.removeMore}
      onRemove={() => {
        replaceWith({ view: 'home' });
        void removeDraft(draft.id);
      }}
    />
  );
}

/** Said aloud when the check has ended, not at every number on the way. */
function announcement(draft: Draft): string {
  if (draft.state === 'refused') return en.draft.refused;
  if (draft.state !== 'checked') return en.submit.checking;
  const { title, line } = verdictOf(draft);
  return `${title}. ${line}`;
}
