import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorFileHeader, errorFileLine } from '../../../shared/error-file/csv.ts';
import { checkText } from '../check/check-text.ts';

const LABELS = ['First name', 'Last name', 'Notes'];

function errorFileOf(rows: readonly string[][]): string {
  const lines = rows.map((cells, index) =>
    errorFileLine({ row: index + 2, cells, issues: [] }, LABELS.length),
  );
  return errorFileHeader(LABELS) + lines.join('');
}

test('cells that look like formulas are written as text', () => {
  const written = errorFileOf([['=1+1', '@home', '+49 30 901820']]);
  expect(written).toBe(
    `\uFEFFFirst name,Last name,Notes,Row,Error codes,Errors\r\n"'=1+1","'@home","'+49 30 901820",2,,\r\n`,
  );
});

test('an error file that is dropped in again has the cells of the original', async () => {
  const cell = fc.stringMatching(/^[=+\-@a-z'",;\n ]{0,8}$/);
  const row = fc.tuple(cell, fc.stringMatching(/^[=+\-@']{0,2}[a-z]{1,6}$/), cell);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const { report, rows: judged } = await checkText(errorFileOf(rows));
      expect(report.plan.columns.slice(3).map(({ field }) => field)).toEqual([null, null, null]);
      expect(judged.map(({ cells }) => cells.slice(0, 3))).toEqual(rows);
    }),
    { numRuns: 100, seed: 1 },
  );
});

test('what is imported from it has no apostrophe either', async () => {
  const { rows } = await checkText(
    "Last name,Phone,Row,Error codes,Errors\n'=Doe,'+49 30 901820,2,,\n'Roe,,3,,\n",
  );
  expect(rows.map(({ values }) => values)).toEqual([
    { last_name: '=Doe', phone: '+4930901820' },
    { last_name: "'Roe", phone: null },
  ]);
});

test('in any other file an apostrophe is an apostrophe', async () => {
  const { rows } = await checkText("Last name,Notes\nDoe,'=x\n");
  expect(rows[0]?.cells).toEqual(['Doe', "'=x"]);
});
