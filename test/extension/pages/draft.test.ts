import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../extension/database/schema.ts';
import { assignField } from '../../../extension/pages/draft/assign-field.ts';
import { causeKey } from '../../../extension/pages/draft/cause-key.ts';
import { groupCauses } from '../../../extension/pages/draft/causes.ts';
import { decisionsOf, withReading } from '../../../extension/pages/draft/decisions.ts';
import { meaning } from '../../../extension/pages/draft/readings.ts';
import { draftStatus } from '../../../extension/pages/draft/status.ts';
import { submitOffer } from '../../../extension/pages/draft/submit-offer.ts';
import { verdictOf } from '../../../extension/pages/draft/verdict-words.ts';
import type { Report } from '../../../shared/report/report.ts';
import { connection, draft, plan, report } from './pictures/seeds.ts';

const rows = (ready: number, error: number): Report => ({
  ...report,
  rows: { total: ready + error, ready, error, blank: 0, excluded: 0 },
});

describe('the verdict', () => {
  test.each([
    [2961, 143, '2,961 of 3,104 rows are ready'],
    [3104, 0, 'All 3,104 rows are ready'],
    [1, 0, 'The only row is ready'],
    [0, 1, 'The only row is not ready'],
    [0, 143, 'None of 143 rows is ready'],
    [0, 0, 'There are no rows to import'],
  ])('%d ready and %d not', (ready, error, title) => {
    expect(verdictOf(draft('d', { report: rows(ready, error) }))).toMatchObject({ title });
  });

  test('blank rows are not counted among those that need attention', () => {
    expect(verdictOf(draft('d'))).toMatchObject({
      line: '143 rows need attention, for 5 reasons',
      parts: [
        { tone: 'good', share: 2961 / 3104 },
        { tone: 'bad', share: 143 / 3104 },
      ],
    });
  });

  test('is not given before the check has ended', () => {
    const checking = draft('d', {
      state: 'checking',
      progress: { bytesRead: 50, size: 100 },
      report: rows(90, 10),
    });
    expect(verdictOf(checking)).toEqual({
      title: '100 rows checked so far',
      line: '50 of 100 bytes read. 10 rows need attention so far.',
      share: 0.5,
    });
  });

  test('of a draft whose check begins anew is not the old one', () => {
    expect(verdictOf(draft('d', { state: 'waiting' })).title).toBe('Waiting to be checked');
  });
});

test('causes are parted by whether they keep rows out, in the order of the report', () => {
  const { errors, hints } = groupCauses([
    ...report.causes,
    { code: 'unmapped-column', severity: 'info', count: 1, examples: [] },
  ]);
  expect(errors.map((cause) => cause.count)).toEqual([61, 40, 22, 20, 1]);
  expect(hints.map((cause) => cause.code)).toEqual(['invisible-characters']);
});

test('causes have different keys when their value, column or code differs', () => {
  const keys = [
    causeKey({ code: 'unknown-team', column: 6, value: 'team_9' }),
    causeKey({ code: 'unknown-team', column: 6, value: 'team_8' }),
    causeKey({ code: 'unknown-team', column: 5, value: 'team_9' }),
    causeKey({ code: 'unknown-user', column: 6, value: 'team_9' }),
  ];
  expect(new Set(keys).size).toBe(4);
});

describe('a column', () => {
  const fields = (index: number, field: string | null) =>
    assignField(plan.columns, index, field).map((column) => column.field);

  test('goes to a free field', () => {
    expect(fields(8, 'city')[8]).toBe('city');
  });

  test('takes a field from the column that had it', () => {
    const changed = fields(8, 'email');
    expect([changed[8], changed[2]]).toEqual(['email', null]);
  });

  test('is left out while others stay', () => {
    expect(fields(2, null)).toEqual(
      plan.columns.map((column) => (column.index === 2 ? null : column.field)),
    );
  });

  test('is remembered as the choice of the person', () => {
    expect(assignField(plan.columns, 8, 'city')[8]).toMatchObject({ by: 'person' });
  });
});

describe('decisions', () => {
  test('name the cell that decided', () => {
    expect(decisionsOf(report, {})).toEqual([
      {
        field: 'birth_date',
        label: 'Born',
        reading: 'day-first',
        because: { row: 214, value: '26/06/2026' },
        options: ['day-first', 'month-first', 'year-first'],
      },
    ]);
  });

  test('of the person win over those of a cell', () => {
    const given = withReading({}, 'birth_date', 'month-first');
    expect(decisionsOf(report, given)).toMatchObject([{ reading: 'month-first', because: null }]);
  });

  test('keep what else was said of the column and of the file', () => {
    const given = withReading(
      { recordType: 'deal', formats: { amount: { dateOrder: 'day-first' } } },
      'amount',
      'decimal-comma',
    );
    expect(given).toEqual({
      recordType: 'deal',
      formats: { amount: { dateOrder: 'day-first', decimalMark: ',' } },
    });
  });
});

test.each([
  ['03/04/1986', 'day-first', '3 April 1986'],
  ['03/04/1986', 'month-first', '4 March 1986'],
  ['3.4.86', 'day-first', '3 April 1986'],
  ['3.4.26', 'day-first', '3 April 2026'],
  ['26/06/1986', 'month-first', null],
  ['soon', 'day-first', null],
  ['1.234', 'decimal-comma', '1,234'],
  ['1.234', 'decimal-point', '1.234'],
  ['1.234 €', 'decimal-comma', '1,234'],
  ['', 'decimal-point', null],
] as const)('%s read %s means %s', (value, option, meant) => {
  expect(meaning(value, option)).toBe(meant);
});

describe('what can be done with a draft', () => {
  const offer = (over: Partial<Draft>, role: 'importer' | 'viewer' | null | undefined) =>
    submitOffer(
      draft('d', over),
      role === null || role === undefined ? role : { ...connection, role },
    );

  test.each([
    ['is being checked', { state: 'checking' }, 'importer', { kind: 'wait' }],
    ['whose connection is not yet known', {}, undefined, { kind: 'wait' }],
    ['is refused', { state: 'refused' }, 'importer', null],
    [
      'without a ready row',
      { report: rows(0, 3) },
      'importer',
      { kind: 'nothing-ready', asked: false },
    ],
    ['without a server', {}, null, { kind: 'connect' }],
    ['with a token that only looks', {}, 'viewer', { kind: 'viewer' }],
    ['without errors', { report: rows(3, 0) }, 'importer', { kind: 'everything', rows: 3 }],
    ['with errors', { report: rows(3, 2) }, 'importer', { kind: 'choice', ready: 3, errors: 2 }],
    ['that was submitted', { submittedAs: 'i' }, 'importer', { kind: 'submitted', importId: 'i' }],
  ] as [string, Partial<Draft>, 'importer' | 'viewer' | null | undefined, unknown][])(
    'that %s',
    (_, over, role, expected) => {
      expect(offer(over, role)).toEqual(expected);
    },
  );
});

test.each([
  [draft('d'), '143 to look at', 'busy'],
  [draft('d', { report: rows(3, 0) }), 'Ready', 'good'],
  [draft('d', { state: 'refused' }), 'Not importable', 'bad'],
  [
    draft('d', { state: 'checking', progress: { bytesRead: 41, size: 100 } }),
    'Checking, 41%',
    'plain',
  ],
])('a draft in the list says how it stands', (one, word, tone) => {
  expect(draftStatus(one)).toMatchObject({ word, tone });
});
