import { describe, expect, test } from 'vitest';
import type { Issue } from '../../../shared/issues/issue.ts';
import { collectCauses } from '../../../shared/report/causes.ts';
import { createDigest } from '../../../shared/report/digest.ts';
import { predictionOf } from '../../../shared/report/prediction.ts';
import type { JudgedRow } from '../../../shared/rules/row-judge.ts';
import { checkText } from '../check/check-text.ts';

const columns = [
  { label: 'E-mail', field: 'email' },
  { label: 'Team', field: 'team' },
];

describe('causes', () => {
  const team = (row: number): Issue => ({ code: 'unknown-team', row, column: 1, params: {} });
  const email = (row: number): Issue => ({
    code: 'invalid-email',
    row,
    column: 0,
    params: { reason: 'no-at' },
  });

  test('are by code and column, and by value where a value is wrong everywhere alike', () => {
    const causes = collectCauses(columns);
    causes.add(email(2), 'a');
    causes.add(team(3), 'x');
    causes.add(email(4), 'b');
    causes.add(team(5), 'y');
    causes.add(team(6), 'x');
    const list = causes.list();
    expect(list.map(({ code, value, count }) => [code, value, count])).toEqual([
      ['invalid-email', undefined, 2],
      ['unknown-team', 'x', 2],
      ['unknown-team', 'y', 1],
    ]);
    expect(list[0]).toMatchObject({ column: 0, label: 'E-mail', field: 'email' });
    expect(list[1]?.examples.map(({ row }) => row)).toEqual([3, 6]);
  });

  test('keep the first three examples', () => {
    const causes = collectCauses(columns);
    for (let row = 2; row < 50; row++) causes.add(email(row), `v${row}`);
    expect(causes.list()[0]?.examples.map(({ row, value }) => [row, value])).toEqual([
      [2, 'v2'],
      [3, 'v3'],
      [4, 'v4'],
    ]);
  });

  test('beyond two hundred values are one more, and no issue is lost', () => {
    const causes = collectCauses(columns);
    for (let row = 2; row < 1002; row++) causes.add(team(row), `team_${row}`);
    const list = causes.list();
    expect(list).toHaveLength(201);
    expect(list[0]).toMatchObject({ count: 800 });
    expect(list[0]).not.toHaveProperty('value');
    expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  });

  test('stand errors before warnings before infos, the most first', async () => {
    const { report } = await checkText(
      'Last name,Team,E-mail,Shoe size\nDoe,,a@gmial.com,\nRoe,,b@gmial.com,\n,,nobody,\n',
    );
    expect(report.causes.map(({ code, severity, count }) => [code, severity, count])).toEqual([
      ['required', 'error', 1],
      ['invalid-email', 'error', 1],
      ['email-typo', 'warning', 2],
      ['unmapped-column', 'info', 1],
    ]);
  });
});

describe('digest', () => {
  const rows: JudgedRow[] = [
    { row: 2, cells: [], bucket: 'ready', issues: [], values: null },
    {
      row: 3,
      cells: [],
      bucket: 'error',
      issues: [{ code: 'required', row: 3, column: 1, params: {} }],
      values: null,
    },
  ];
  const digestOf = (judged: JudgedRow[]): string => {
    const digest = createDigest();
    for (const row of judged) digest.add(row);
    return digest.value();
  };
  const [first, second] = rows as [JudgedRow, JudgedRow];

  test('is the same for the same verdicts', () => {
    expect(digestOf(rows)).toBe(digestOf(structuredClone(rows)));
    expect(digestOf(rows)).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each<[string, JudgedRow[]]>([
    ['another order', [second, first]],
    ['a row less', [first]],
    ['another row number', [first, { ...second, row: 4 }]],
    ['another bucket', [{ ...first, bucket: 'excluded' }, second]],
    [
      'another code',
      [first, { ...second, issues: [{ code: 'unknown-team', row: 3, column: 1, params: {} }] }],
    ],
    [
      'another column',
      [first, { ...second, issues: [{ code: 'required', row: 3, column: 2, params: {} }] }],
    ],
  ])('differs for %s', (_, other) => {
    expect(digestOf(other)).not.toBe(digestOf(rows));
  });

  test('does not tell warnings, which are no verdict', () => {
    const typo: Issue = {
      code: 'email-typo',
      row: 2,
      column: 0,
      params: { domain: 'gmial.com', likely: 'gmail.com' },
    };
    expect(digestOf([{ ...first, issues: [typo] }, second])).toBe(digestOf(rows));
  });
});

test('bad rows that stay out are no errors of the import', async () => {
  const { report } = await checkText('Last name,E-mail\nDoe,\nRoe,no address\n,\n');
  const { digest } = report;
  expect(predictionOf(report, 'report')).toEqual({ ready: 1, error: 1, digest });
  expect(predictionOf(report, 'exclude')).toEqual({ ready: 1, error: 0, digest });
});
