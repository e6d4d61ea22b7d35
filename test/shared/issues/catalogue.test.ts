import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../shared/issues/catalogue.ts';
import { describe, describeCause } from '../../../shared/issues/describe.ts';
import type { Issue } from '../../../shared/issues/issue.ts';
import { columnLetters } from '../../../shared/issues/of-header.ts';
import type { Cause } from '../../../shared/report/report.ts';

test.each(Object.entries(CATALOGUE))('%s is told in whole sentences', (_, entry) => {
  expect(entry.title).toMatch(/^[A-Z].*[^.]$/);
  expect(entry.explanation).toMatch(/^[A-Z].*\.$/);
  expect(entry.fix).toMatch(/^[A-Z].*\.$/);
});

test('an issue is told with its place first', () => {
  const issue: Issue = { code: 'unknown-team', row: 14, column: 6, params: {} };
  expect(describe(issue, { label: 'Team', value: 'team_9' })).toEqual({
    severity: 'error',
    title: 'Team does not exist',
    message: 'Row 14, Team: There is no team “team_9”.',
    fix: 'Take the id of a team that exists, or ask an administrator to add the team.',
  });
});

test('a long cell is shortened and kept on one line', () => {
  const issue: Issue = { code: 'invalid-boolean', row: 2, column: 0, params: {} };
  const { message } = describe(issue, { value: `a\nb${'x'.repeat(500)}` });
  expect(message.length).toBeLessThan(120);
  expect(message).toContain('“a bxxx');
});

const cause: Cause = {
  code: 'invalid-email',
  severity: 'error',
  column: 2,
  label: 'E-mail',
  field: 'email',
  count: 1204,
  examples: [{ row: 14, value: 'a@b', params: { reason: 'no-dot-in-domain' } }],
};

test('a cause is told by its first example, with its extent', () => {
  expect(describeCause(cause).message).toBe(
    'E-mail: “a@b” is not an e-mail address: the part after the @ has no ending such as .com. 1,204 rows like this, the first is row 14.',
  );
  expect(describeCause({ ...cause, count: 1 }).message).toMatch(/\.com\. Row 14\.$/);
});

test('a cause of one value says so', () => {
  const { message } = describeCause({
    ...cause,
    code: 'unknown-user',
    label: 'Owner',
    value: 'u_9',
    count: 61,
    examples: [{ row: 3, value: 'u_9', params: {} }],
  });
  expect(message).toBe('Owner: There is no user “u_9”. 61 rows, the first is row 3.');
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});
