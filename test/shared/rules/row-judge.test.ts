import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../shared/check/limits.ts';
import { NO_REFERENCE } from '../../../shared/check/reference.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { unreadPlan } from '../../../shared/plan/unread-plan.ts';
import { contact } from '../../../shared/record-types/contact.ts';
import type { Row } from '../../../shared/rows/row.ts';
import { type JudgedRow, rowJudge } from '../../../shared/rules/row-judge.ts';

function judge(rows: readonly Row[], given: Partial<Plan> = {}): JudgedRow[] {
  const fields = ['last_name', 'email', 'notes'];
  const columns = fields.map(
    (field, index) => ({ index, label: field, field, by: 'exact' }) as const,
  );
  const plan = { ...unreadPlan({ columns, ...given }, 'contact') };
  const { cellLength } = DEFAULT_LIMITS;
  const options = { plan, recordType: contact, reference: NO_REFERENCE, cellLength, values: false };
  return rows.map(rowJudge(options));
}

const short: Row = { number: 2, cells: ['Doe'] };

test('a short row of delimited text has cells missing, one of a workbook ends early', () => {
  expect(judge([short])[0]?.issues.map(({ code }) => code)).toEqual(['missing-cell']);
  expect(judge([short], { format: 'xlsx' })[0]?.bucket).toBe('ready');
});

test('a damaged row is told once, whatever else is wrong with it', () => {
  const [row] = judge([
    { number: 9, cells: ['', 'nobody'], damage: { code: 'stray-quote', column: 1 } },
  ]);
  expect(row).toMatchObject({ row: 9, bucket: 'error' });
  expect(row?.issues).toEqual([{ code: 'stray-quote', row: 9, params: {} }]);
});

test('rows are judged in columns from left to right, wherever the plan names them', () => {
  const [row] = judge([{ number: 2, cells: ['', 'nobody', '#REF!'] }]);
  expect(row?.issues.map(({ column, code }) => [column, code])).toEqual([
    [0, 'required'],
    [1, 'invalid-email'],
    [2, 'spreadsheet-error'],
  ]);
});

test('values are left out when nobody asks for them', () => {
  expect(judge([{ number: 2, cells: ['Doe', '', ''] }])[0]).toMatchObject({
    bucket: 'ready',
    values: null,
    issues: [],
  });
});
