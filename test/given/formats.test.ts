import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dateJudge } from '../../shared/cells/date-cell.ts';
import { emailFault } from '../../shared/cells/email.ts';
import { isUri, judgeUuid } from '../../shared/cells/identifier-cell.ts';
import type { CellJudge, RowContext } from '../../shared/cells/row-context.ts';
import { isDateTime, isTime } from '../../shared/cells/time.ts';
import { givenFolder } from './folder.ts';

interface Suite {
  tests: { description: string; data: unknown; valid: boolean }[];
}

/** The string cases of the JSON Schema Test Suite for one format. */
function cases(format: string): { data: string; valid: boolean; description: string }[] {
  const path = new URL(`formats/${format}.json`, givenFolder);
  const suites = JSON.parse(readFileSync(path, 'utf8')) as Suite[];
  return suites.flatMap(({ tests }) =>
    tests.flatMap(({ data, ...rest }) => (typeof data === 'string' ? [{ data, ...rest }] : [])),
  );
}

function accepts(judge: CellJudge<unknown>): (text: string) => boolean {
  return (text) => {
    const context: RowContext = { row: 1, country: null, issues: null };
    return judge(text, context, 0) !== undefined && context.issues === null;
  };
}

/**
 * Verdicts on text as it stands. In a cell, white space around it is not part of the value and an
 * empty cell is no value, so that ` 2024-01-15` in a file is a date all the same.
 */
describe('the JSON Schema Test Suite', () => {
  test.each<[string, (text: string) => boolean, string[]]>([
    ['email', (text) => emailFault(text) === null, []],
    ['date', accepts(dateJudge(undefined, undefined)), []],
    ['uuid', accepts(judgeUuid), []],
    ['uri', isUri, []],
    ['date-time', isDateTime, []],
    [
      'time',
      isTime,
      // Table Schema's times have no offset; RFC 3339's, which the suite follows, must have one.
      ['no time offset', 'no time offset with second fraction'],
    ],
  ])('%s', (format, isValid, exceptions) => {
    const all = cases(format);
    expect(all.length).toBeGreaterThan(15);
    const other = all.filter(({ data, valid }) => isValid(data) !== valid);
    expect(other.map(({ description }) => description)).toEqual(exceptions);
  });
});
