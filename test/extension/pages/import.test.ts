import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Reader } from '../../../extension/database/live.ts';
import type { StoredErrorRecord, StoredImport } from '../../../extension/database/schema.ts';
import { causeTitle } from '../../../extension/pages/cause-title.ts';
import { readPage } from '../../../extension/pages/import/error-records.ts';
import { lineOf } from '../../../extension/pages/import/line.ts';
import { outcomeOf } from '../../../extension/pages/import/outcome.ts';
import { createPace } from '../../../extension/pages/import/pace.ts';
import { progressOf } from '../../../extension/pages/import/progress.ts';
import { isSilent } from '../../../extension/pages/import/silence.ts';
import { statusOf } from '../../../extension/pages/import/status.ts';
import { stepsOf } from '../../../extension/pages/import/steps.ts';
import { withoutCell, withoutLabel, withoutRow } from '../../../extension/pages/issue-words.ts';
import type { Import } from '../../../shared/contract/imports.ts';
import { errorRecords, server, stored } from './pictures/seeds.ts';

const uploading = (state: StoredImport['upload']['state'], problem: string | null = null) =>
  stored('i', {
    import: null,
    fileSize: 1000,
    upload: { state, sentBytes: 400, url: null, problem, attempts: 0, retryAt: null },
  });

const running = (status: Import['status'], rows = 0, total: number | null = null) =>
  stored('i', {
    import: server({
      status,
      outcome: null,
      results: null,
      causes: [],
      progress: { rows, total },
    }),
  });

test.each([
  [uploading('queued'), 'Waiting', 'busy'],
  [uploading('sending'), 'Uploading', 'busy'],
  [uploading('retrying'), 'Interrupted', 'busy'],
  [uploading('failed'), 'Not uploaded', 'bad'],
  [running('Uploaded'), 'Uploaded', 'busy'],
  [running('Processing'), 'Processing', 'busy'],
  [running('PostProcessing'), 'PostProcessing', 'busy'],
  [stored('i'), 'Completed', 'good'],
  [stored('i', { import: server({ status: 'Failed', outcome: 'failed' }) }), 'Failed', 'bad'],
])('a status has its word and its colour', (one, word, tone) => {
  expect(statusOf(one)).toMatchObject({ word, tone });
});

test.each([
  [uploading('sending'), 0.4, '400 of 1,000 bytes uploaded'],
  [uploading('queued'), null, 'Waiting to be uploaded'],
  [running('Uploaded'), null, 'Uploaded, waiting for its turn'],
  [running('Processing', 412_000, 1_000_000), 0.412, 'Row 412,000 of 1,000,000'],
  [running('Processing', 412_000), null, 'Row 412,000'],
])('progress is true: %#', (one, share, title) => {
  expect(progressOf(one, null)).toMatchObject({ share, title });
});

test('nothing runs any more once an import has ended or its upload has failed', () => {
  expect(progressOf(stored('i'), null)).toBeNull();
  expect(progressOf(uploading('failed'), null)).toBeNull();
});

test.each([
  [stored('i'), null, '3,020 of 3,104 imported. 61 errors: Team does not exist'],
  [
    stored('i', {
      import: server({
        outcome: 'success',
        results: { total: 58, successes: 58, errors: 0 },
        causes: [],
      }),
    }),
    null,
    'All 58 imported',
  ],
  [
    stored('i', {
      import: server({
        status: 'Failed',
        outcome: 'failed',
        reason: { code: 'cancelled', message: 'Ana cancelled it.' },
      }),
    }),
    null,
    'Ana cancelled it.',
  ],
  [running('Processing', 1, 100), 38_000, 'Row 1 of 100, about 40 s left'],
  [uploading('failed', 'The token is unknown.'), null, 'The token is unknown.'],
])('an import in one line: %#', (one, left, line) => {
  expect(lineOf(one, left)).toBe(line);
});

test.each([
  ['It does not answer.', 'Processing', {}, true],
  [null, 'Processing', {}, false],
  ['It does not answer.', 'Processing', { workspaceId: 'other' }, false],
  ['It does not answer.', 'Processing', { serverOrigin: 'https://other.example' }, false],
] as const)(
  'a server with problem %j while %s, %j: silent is %s',
  (problem, status, more, silent) => {
    const one = running(status);
    const connection = { origin: one.serverOrigin, workspace: { id: one.workspaceId, name: 'W' } };
    expect(isSilent({ ...one, ...more }, { ...connection, problem })).toBe(silent);
    expect(isSilent(uploading('sending'), { ...connection, problem })).toBe(false);
  },
);

describe('the outcome', () => {
  test('is not told while the import runs, whatever numbers there are', () => {
    expect(outcomeOf(server({ outcome: null, status: 'Processing' }))).toBeNull();
  });

  test('says that the check had said so', () => {
    expect(outcomeOf(server())).toMatchObject({
      tone: 'busy',
      title: '84 rows were not imported.',
      sentences: ['The check said so before you submitted.'],
    });
  });

  test('says what the check had said when it came otherwise', () => {
    const [sentence] =
      outcomeOf(server({ prediction: { ready: 3100, error: 4, digest: 'd', held: false } }))
        ?.sentences ?? [];
    expect(sentence).toContain('The check had said 3,100 ready and 4 errors.');
  });

  test('of a failure is the reason, which says what was imported before; nothing is said twice', () => {
    const failed = (reason: Import['reason'], successes: number) =>
      outcomeOf(
        server({
          outcome: 'failed',
          results: { total: successes, successes, errors: 0 },
          reason,
        }),
      )?.sentences;
    const message = 'The import was cancelled. 1,900 rows had already been imported.';
    expect(failed({ code: 'cancelled', message }, 1900)).toEqual([message]);
    expect(failed(null, 900)).toEqual(['900 rows were already imported before it failed.']);
    expect(failed(null, 0)).toEqual(['Nothing was imported.']);
  });

  test.each([
    ['cancelled', 'Check another file'],
    ['damaged-file', 'Check a corrected file'],
  ])('of a failure by %s leads to the next file by the right name', (code, next) => {
    const reason = { code, message: 'It ended.' };
    expect(outcomeOf(server({ outcome: 'failed', reason }))?.next).toBe(next);
  });

  test('counts the rows that stayed out', () => {
    const success = outcomeOf(
      server({
        outcome: 'success',
        results: { total: 2961, successes: 2961, errors: 0 },
        ledger: { created: 2961, updated: 0, unchanged: 0, error: 0, excluded: 143, blank: 4 },
      }),
    );
    expect(success).toMatchObject({
      tone: 'good',
      title: 'All 2,961 rows were imported.',
      sentences: [
        'It went exactly as the check said.',
        '143 rows with errors stayed out, as you chose.',
      ],
    });
  });
});

test('steps show what is done and where it is', () => {
  expect(stepsOf(running('Processing')).map((step) => step.state)).toEqual([
    'done',
    'done',
    'now',
    'ahead',
    'ahead',
  ]);
  expect(stepsOf(uploading('sending'))[0]?.state).toBe('now');
});

describe('the time that is left', () => {
  test('follows from how far it came while it was watched', () => {
    const pace = createPace();
    expect(pace.left('i', 100_000, 1_000_000, 0)).toBeNull();
    expect(pace.left('i', 400_000, 1_000_000, 2000)).toBe(4000);
  });

  test('is not guessed too early, without a total, or while nothing moves', () => {
    const pace = createPace();
    pace.left('i', 0, 100, 0);
    expect(pace.left('i', 50, 100, 500)).toBeNull();
    expect(pace.left('i', 50, null, 5000)).toBeNull();
    expect(pace.left('i', 0, 100, 5000)).toBeNull();
  });

  test('starts over when the work does', () => {
    const pace = createPace();
    pace.left('i', 80, 100, 0);
    expect(pace.left('i', 10, 100, 5000)).toBeNull();
    expect(pace.left('i', 60, 100, 10_000)).toBe(4000);
  });
});

describe('words beside what they speak of', () => {
  const message = 'Row 1,214, E-Mail: “ana@” is not an e-mail address: nothing stands after the @.';
  const issue = { code: 'invalid-email', severity: 'error', label: 'E-Mail', message } as const;

  test('leave out the row', () => {
    expect(withoutRow(message)).toMatch(/^E-Mail: “ana@”/);
    expect(withoutRow('Row 5: This row has 3 cells where 4 belong.')).toBe(
      'This row has 3 cells where 4 belong.',
    );
  });

  test('leave out row, column and text', () => {
    expect(withoutCell({ ...issue, value: 'ana@' })).toBe(
      'is not an e-mail address: nothing stands after the @.',
    );
  });

  test('keep a sentence that begins otherwise', () => {
    const other = 'Row 7, Last Name: There is nothing in “Last Name”.';
    expect(withoutCell({ ...issue, label: 'Last Name', value: '', message: other })).toBe(
      'There is nothing in “Last Name”.',
    );
    expect(withoutLabel({ message: 'The file is damaged.', label: 'E-Mail' })).toBe(
      'The file is damaged.',
    );
  });

  test('name the column in the title', () => {
    expect(causeTitle({ title: 'Not a date', label: 'Born' })).toBe('Born: not a date');
    expect(causeTitle({ title: 'Too many cells' })).toBe('Too many cells');
  });
});

describe('error records', () => {
  const kept = errorRecords('i', 120);
  /** As IndexedDB reads it: in the order of rows, within the range, so many at a time. */
  const reader = (records: StoredErrorRecord[]) =>
    ({
      getAll: async (_store: string, range: IDBKeyRange, count: number) =>
        records.filter((record) => range.includes([record.importId, record.row])).slice(0, count),
    }) as unknown as Reader;

  const all = async (size: number, cause: Parameters<typeof readPage>[2]['cause']) => {
    const rows: number[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page = await readPage(reader(kept), 'i', { after, size, cause });
      expect(page.records.length).toBeLessThanOrEqual(size);
      rows.push(...page.records.map((record) => record.row));
      after = page.next;
    }
    return rows;
  };

  test.each([1, 50, 60, 119, 120, 500])('each is on one page of %d', async (size) => {
    expect(await all(size, null)).toEqual(kept.map((record) => record.row));
  });

  test('of one cause are found among the others', async () => {
    const cause = { code: 'unknown-team', column: 6, value: 'team_9' };
    expect(await all(7, cause)).toEqual(
      kept.filter((record) => record.cells[6] === 'team_9').map((record) => record.row),
    );
    expect(await all(7, { ...cause, value: 'team_8' })).toEqual([]);
  });

  test('of one cause are found with blanks around their text', async () => {
    const issue = {
      code: 'unknown-team',
      severity: 'error' as const,
      column: 0,
      value: ' team_9 ',
      message: '',
    };
    const record = { importId: 'i', row: 2, cells: [' team_9 '], issues: [issue] };
    const cause = { code: 'unknown-team', column: 0, value: 'team_9' };
    const page = await readPage(reader([record]), 'i', { after: 0, size: 5, cause });
    expect(page.records).toEqual([record]);
  });
});
