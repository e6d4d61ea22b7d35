import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../shared/check/limits.ts';
import { errorFileHeader, errorFileLine } from '../../../shared/error-file/csv.ts';
import { describe } from '../../../shared/issues/describe.ts';
import { type CheckedText, checkText } from '../check/check-text.ts';

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

/** The error file that a server or browser makes of a checked file. */
function errorFileFor({ report, rows }: CheckedText): string {
  const failed = rows.filter(({ bucket }) => bucket === 'error');
  const labels = report.plan.columns.map(({ label }) => label);
  const width = Math.max(labels.length, ...failed.map(({ cells }) => cells.length));
  const lines = failed.map(({ row, cells, issues }) =>
    errorFileLine({ row, cells: [...cells], issues: issues.map(inWords) }, width),
  );
  const header = Array.from({ length: width }, (_, index) => labels[index] ?? '');
  return errorFileHeader(header) + lines.join('');
}

function inWords(issue: CheckedText['issues'][number]) {
  const { severity, message } = describe(issue);
  return { code: issue.code, severity, message };
}

const CITIES = 'First name,Last name,City\nJane,Doe,Rome\n';
const limits = { ...DEFAULT_LIMITS, cellLength: 60 };

test.each([
  ['missing-cell', 'Nowak,Berlin\n'],
  ['extra-cell', 'Eva,Nowak,Berlin, Mitte\n'],
  ['stray-quote', '"Eva" M.,Nowak,Berlin\n'],
  ['unclosed-quote', '"Eva,Nowak,Berlin\n'],
  ['cell-too-large', `${'x'.repeat(80)},Nowak,Berlin\n`],
])('a row with %s stays out until its mark is taken away', async (code, line) => {
  const original = await checkText(CITIES + line, { limits });
  expect(original.found).toEqual([[3, null, code]]);

  let file = errorFileFor(original);
  // Also the error file of the error file: nothing was put in order in between.
  for (let time = 1; time <= 2; time++) {
    const again = await checkText(file);
    expect(again.report.rows).toMatchObject({ ready: 0, error: 1 });
    expect(again.rows[0]?.issues).toEqual([{ code: 'still-marked', row: 2, params: {} }]);
    file = errorFileFor(again);
  }

  const mended = errorFileFor(original).replace(`,${code},`, ',,');
  const { report, rows } = await checkText(mended);
  expect(report.rows).toMatchObject({ ready: 1, error: 0 });
  expect(rows[0]?.issues).toEqual([]);
});

test('a mark may be taken away by an edit of the plan as well', async () => {
  const file = errorFileFor(await checkText(`${CITIES}Nowak,Berlin\n`));
  const edits = [
    { row: 2, column: 0, text: '' },
    { row: 2, column: 1, text: 'Nowak' },
    { row: 2, column: 2, text: 'Berlin' },
    { row: 2, column: 4, text: '' },
  ];
  const { rows } = await checkText(file, { given: { edits } });
  expect(rows[0]).toMatchObject({ bucket: 'ready', values: { last_name: 'Nowak' } });
});

test('a mark is found beside other codes, and other codes are no mark', async () => {
  const header = 'Last name,E-mail,Row,Error codes,Errors\n';
  const { report, found } = await checkText(
    `${header}Doe,a@example.com,2,invalid-email,\nRoe,b@example.com,3,invalid-email; extra-cell,\n`,
  );
  expect(report.rows).toMatchObject({ ready: 1, error: 1 });
  expect(found.at(-1)).toEqual([3, null, 'still-marked']);
});

test('in any other file a column may hold what it likes', async () => {
  const { found } = await checkText('Last name,Error codes\nDoe,missing-cell\n');
  expect(found.filter(([, , code]) => code === 'still-marked')).toEqual([]);
});
