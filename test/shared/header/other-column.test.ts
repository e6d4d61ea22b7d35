import { expect, test } from 'vitest';
import { otherColumn } from '../../../shared/header/other-column.ts';

const planned = (...labels: string[]) =>
  labels.map((label, index) => ({ index, label, field: null, by: 'none' as const }));

test('blanks around labels and columns without one at the end make no difference', () => {
  expect(otherColumn([' Name', 'City ', '', ' '], planned('Name', 'City'))).toBeNull();
  expect(otherColumn(['Name'], planned('Name', ''))).toBeNull();
});

test('the first column that differs is named', () => {
  expect(otherColumn(['Name', 'City', 'Team'], planned('Name', 'Team', 'City'))).toEqual({
    column: 1,
    label: 'City',
    planned: 'Team',
  });
});

test('a plan is still that of its file once a database has stored it', () => {
  expect(otherColumn(['Na\0me', 'Ci\ud800ty'], planned('Na\uFFFDme', 'Ci\uFFFDty'))).toBeNull();
});
