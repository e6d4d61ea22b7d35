import { useEffect } from 'preact/hooks';
import { Problem, useAction } from '../../components/action.tsx';
import { Announcer } from '../../components/announcer.tsx';
import { Chip } from '../../components/chip.tsx';
import { Missing } from '../../components/missing.tsx';
import { RemoveLine } from '../../components/remove-line.tsx';
import { View } from '../../components/view.tsx';
import { Wash } from '../../components/wash.tsx';
import { hasEnded } from '../../database/imports.ts';
import type { StoredImport } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { bytes, duration, moment } from '../../text/format.ts';
import { cancelImport, markSeen, removeImport, retryUpload } from '../actions.ts';
import { useNow, useVisible } from '../device.ts';
import { useImport } from '../live-records.ts';
import { recordTypeName } from '../record-type-name.ts';
import { hrefOf } from '../route.ts';
import { replaceWith } from '../use-route.ts';
import { Ended, Ways } from './ended.tsx';
import { lineOf } from './line.ts';
import { Running } from './running.tsx';
import { statusOf } from './status.ts';

/** One import: how far it is, or what came of it, why, and what to do now. Looking at it marks it seen. */
export function ImportView({ id }: { id: string }) {
  const stored = useImport(id);
  const now = useNow();
  const visible = useVisible();
  const unseen = stored ? hasEnded(stored) && !stored.seen : false;
  // One that ends in a tab behind others is still to be told.
  useEffect(() => {
    if (unseen && visible) void markSeen(id);
  }, [id, unseen, visible]);
  if (stored === undefined) return <div class="view" />;
  if (stored === null) return <Missing />;
  return (
    <View
      title={stored.fileName}
      isFile
      back={hrefOf({ view: 'home' })}
      trailing={<Chip status={statusOf(stored)} />}
      foot={
        stored.import?.outcome && stored.import.outcome !== 'success' ? (
          <Ways stored={stored} ended={stored.import} />
        ) : undefined
      }
    >
      <Announcer text={hasEnded(stored) ? lineOf(stored, null) : statusOf(stored).word} />
      {!stored.import && stored.upload.state === 'failed' ? (
        <UploadFailed stored={stored} />
      ) : stored.import?.outcome ? (
        <Ended stored={stored} ended={stored.import} />
      ) : (
        <Running stored={stored} />
      )}
      <Facts stored={stored} now={now} />
      {stored.import?.outcome && <Remove id={stored.id} />}
    </View>
  );
}

function UploadFailed({ stored }: { stored: StoredImport }) {
  const { run, busy, problem } = useAction();
  return (
    <Wash tone="bad" icon="cross" title={en.details.uploadFailed} level="h2" testId="outcome">
      {stored.upload.problem && <p>{stored.upload.problem}</p>}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={busy}
          onClick={() => void run(() => retryUpload(stored.id))}
        >
          {en.details.retry}
        </button>
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() =>
            void run(async () => {
              await cancelImport(stored.id);
              replaceWith({ view: 'draft', id: stored.draftId });
            })
          }
        >
          {en.details.takeBack}
        </button>
      </div>
      <Problem text={problem} />
    </Wash>
  );
}

/** Takes an ended import off the list of this browser. */
function Remove({ id }: { id: string }) {
  return (
    <RemoveLine
      label={en.details.remove}
      more={en.details.removeMore}
      onRemove={() => {
        replaceWith({ view: 'home' });
        void removeImport(id);
      }}
    />
  );
}

/** When, by whom, what and how long. */
function Facts({ stored, now }: { stored: StoredImport; now: number }) {
  const { import: known, createdAt, recordType, fileSize } = stored;
  const { startedAt, finishedAt, createdBy } = known ?? {};
  const ended = finishedAt ? Date.parse(finishedAt) : null;
  const took = ended !== null && startedAt ? duration(ended - Date.parse(startedAt)) : null;
  const when =
    ended === null || createdBy === undefined
      ? en.details.submitted(moment(createdAt, now))
      : known?.outcome === 'failed'
        ? en.details.ended(moment(ended, now), createdBy)
        : en.details.finished(moment(ended, now), createdBy, took);
  return (
    <p class="small soft numbers">
      {when}. {recordTypeName(recordType)}, {bytes(fileSize)}.
    </p>
  );
}
