import { useState } from 'preact/hooks';
import { Problem, useAction } from '../../components/action.tsx';
import { ProgressBar } from '../../components/bar.tsx';
import { Note } from '../../components/note.tsx';
import { Wash } from '../../components/wash.tsx';
import type { StoredImport } from '../../database/schema.ts';
import { Icon } from '../../icons/icon.tsx';
import { en } from '../../text/en.ts';
import { cancelImport } from '../actions.ts';
import { useConnection } from '../live-records.ts';
import { replaceWith } from '../use-route.ts';
import { progressLine, progressOf } from './progress.ts';
import { isSilent } from './silence.ts';
import { stepsOf } from './steps.ts';
import { timeLeft } from './time-left.ts';

/** An import under way: how far it is, without any result before it has one, and how to stop it. */
export function Running({ stored }: { stored: StoredImport }) {
  const progress = progressOf(stored, timeLeft(stored));
  const connection = useConnection();
  if (!progress) return null;
  return (
    <>
      <section class="verdict">
        <p class="big numbers" data-testid="progress">
          {progress.title}
        </p>
        <ProgressBar
          tall
          share={progress.share}
          tone="busy"
          label={stored.import ? en.imports.progress : en.imports.uploadProgress}
          text={progressLine(progress)}
        />
        <p class="soft numbers">{sentence(progress.more) ?? en.imports.resultsLater}</p>
      </section>
      {stored.upload.state === 'retrying' && stored.upload.problem && (
        <Wash tone="busy" icon="alert" title={en.details.uploadRetrying}>
          <p>{stored.upload.problem}</p>
        </Wash>
      )}
      {isSilent(stored, connection) && (
        <Wash tone="busy" icon="alert" title={en.details.silentTitle} testId="silent">
          <p>{connection?.problem}</p>
          <p>{en.details.silent}</p>
        </Wash>
      )}
      <ol class="steps">
        {stepsOf(stored).map((step) => (
          <li key={step.name} class={step.state} {...currentStep(step.state)}>
            <span class="step-mark">{step.state === 'done' && <Icon name="check" />}</span>
            {step.name}
          </li>
        ))}
      </ol>
      <Note icon="info">{en.details.closing}</Note>
      <Cancel stored={stored} />
    </>
  );
}

function sentence(text: string | null): string | null {
  return text === null ? null : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function currentStep(state: string): { 'aria-current'?: 'step' } {
  return state === 'now' ? { 'aria-current': 'step' } : {};
}

function Cancel({ stored }: { stored: StoredImport }) {
  const [sure, setSure] = useState(false);
  const { run, busy, problem } = useAction();
  const cancel = (): void => {
    void run(async () => {
      const { id, draftId } = stored;
      const atServer = stored.import !== null;
      await cancelImport(id);
      if (!atServer) replaceWith({ view: 'draft', id: draftId });
    });
  };
  return (
    <div class="stack tight">
      <div class="actions">
        {sure ? (
          <>
            <button type="button" class="button danger" disabled={busy} onClick={cancel}>
              {busy ? en.details.cancelling : en.details.cancelYes}
            </button>
            <button type="button" class="button" disabled={busy} onClick={() => setSure(false)}>
              {en.details.cancelNo}
            </button>
          </>
        ) : (
          <button type="button" class="button" onClick={() => setSure(true)}>
            {en.details.cancel}
          </button>
        )}
      </div>
      {sure && <p class="small soft">{en.details.cancelMore}</p>}
      <Problem text={problem} />
    </div>
  );
}
