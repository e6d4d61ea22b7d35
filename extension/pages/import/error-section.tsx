import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLive } from '../../database/live.ts';
import type { StoredImport } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { causeTitle } from '../cause-title.ts';
import { useWide } from '../device.ts';
import { readPage } from './error-records.ts';
import { IssueTable, RecordTable } from './record-table.tsx';

/** Rows on one page of the table. */
const SIZE = 50;

/** The rows that failed, as they are kept here: page by page, all or those of one cause. */
export function ErrorSection({ stored }: { stored: StoredImport }) {
  const wide = useWide();
  const [reason, setReason] = useState('');
  // Where each page begins that was opened so far; the last one is shown.
  const [starts, setStarts] = useState([0]);
  const causes = (stored.import?.causes ?? []).filter((cause) => cause.severity === 'error');
  const cause = reason === '' ? null : (causes[Number(reason)] ?? null);
  const after = starts.at(-1) ?? 0;
  const page = useLive(
    async (read) => ({
      after,
      ...(await readPage(read, stored.id, { after, size: SIZE, cause })),
    }),
    [stored.id, reason, after],
  );
  const section = useRef<HTMLElement>(null);
  const turned = useRef(after);
  // Another page is read from its top.
  useLayoutEffect(() => {
    if (!page || turned.current === page.after) return;
    turned.current = page.after;
    section.current?.scrollIntoView({ block: 'start' });
  }, [page]);
  const { errorRows } = stored;
  const total = cause ? cause.count : (stored.import?.results?.errors ?? errorRows.total);
  if (total === 0 && errorRows.total === 0) return null;
  const first = (starts.length - 1) * SIZE;

  return (
    <section class="section" ref={section} aria-label={en.details.records}>
      <div class="section-head">
        <h2>{en.details.records}</h2>
        {errorRows.state === 'loading' && (
          <span class="small soft numbers">
            {en.details.recordsLoading(errorRows.stored, errorRows.total)}
          </span>
        )}
        {errorRows.state === 'failed' && <span class="small soft">{en.details.recordsFailed}</span>}
      </div>
      {causes.length > 1 && (
        <select
          class="select compact"
          aria-label={en.details.filter}
          data-testid="reason"
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setStarts([0]);
          }}
        >
          <option value="">
            {en.details.allReasons(stored.import?.results?.errors ?? errorRows.total)}
          </option>
          {causes.map((one, index) => (
            <option key={`${one.code} ${one.column} ${one.value}`} value={String(index)}>
              {en.details.reason(
                one.value === undefined ? causeTitle(one) : `${causeTitle(one)}, ${one.value}`,
                one.count,
              )}
            </option>
          ))}
        </select>
      )}
      {page && page.records.length > 0 && (
        <>
          <div class="table-box" tabIndex={wide ? 0 : undefined}>
            {wide ? (
              <RecordTable records={page.records} labels={errorRows.labels} />
            ) : (
              <IssueTable records={page.records} />
            )}
          </div>
          {(starts.length > 1 || page.next !== null) && (
            <div class="pager">
              <span class="small soft numbers grow" role="status">
                {en.details.range(first + 1, first + page.records.length, total)}
              </span>
              <button
                type="button"
                class="button compact"
                disabled={starts.length === 1}
                onClick={() => setStarts(starts.slice(0, -1))}
              >
                {en.details.former}
              </button>
              <button
                type="button"
                class="button compact"
                disabled={page.next === null}
                onClick={() => page.next !== null && setStarts([...starts, page.next])}
              >
                {en.details.later}
              </button>
            </div>
          )}
        </>
      )}
      {page && page.records.length === 0 && (
        <p class="small soft numbers">
          {errorRows.state === 'complete'
            ? en.details.recordsNone
            : en.details.recordsLoading(errorRows.stored, errorRows.total)}
        </p>
      )}
    </section>
  );
}
