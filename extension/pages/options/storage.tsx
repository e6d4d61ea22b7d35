import { useEffect, useState } from 'preact/hooks';
import { Problem, useAction } from '../../components/action.tsx';
import { clearStorage, storageUse } from '../../database/actions.ts';
import { useLive } from '../../database/live.ts';
import type { StorageUse } from '../../database/storage.ts';
import { en } from '../../text/en.ts';

/** What is kept in this browser, and the way to clear it. */
export function Storage() {
  const [use, setUse] = useState<StorageUse | null>(null);
  const [sure, setSure] = useState(false);
  const { run, busy, problem } = useAction();
  const changed = useLive(
    async (read) => `${await read.count('drafts')} ${await read.count('imports')}`,
    [],
  );
  // Measured anew whenever something came or went.
  useEffect(() => {
    void storageUse().then(setUse);
  }, [changed]);
  const nothing = use !== null && use.drafts + use.imports === 0;
  return (
    <section class="card" aria-labelledby="storage">
      <h2 id="storage">{en.options.storage}</h2>
      <div class="stack">
        <p class="soft">{en.options.storageLead}</p>
        <p class="numbers" data-testid="storage">
          {use ? (
            <>
              <b>{en.options.used(use.used)}</b>, {en.options.kept(use.drafts, use.imports)}
            </>
          ) : (
            en.common.loading
          )}
        </p>
        <div class="actions">
          {sure ? (
            <>
              <button
                type="button"
                class="button danger"
                disabled={busy}
                onClick={() =>
                  void run(async () => {
                    await clearStorage();
                    setSure(false);
                  })
                }
              >
                {en.options.clearYes}
              </button>
              <button type="button" class="button" disabled={busy} onClick={() => setSure(false)}>
                {en.common.cancel}
              </button>
            </>
          ) : (
            <button type="button" class="button" disabled={nothing} onClick={() => setSure(true)}>
              {en.options.clear}
            </button>
          )}
        </div>
        <p class="small soft">{en.options.clearMore}</p>
        <Problem text={problem} />
      </div>
    </section>
  );
}
