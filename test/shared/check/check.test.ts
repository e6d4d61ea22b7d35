import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../shared/bytes/source.ts';
import { memorySource } from '../../../shared/bytes/source.ts';
import { check } from '../../../shared/check/check.ts';
import { judgeRows } from '../../../shared/check/judge-rows.ts';
import { prepare } from '../../../shared/check/prepare.ts';
import { NO_REFERENCE } from '../../../shared/check/reference.ts';
import { describe as describeIssue } from '../../../shared/issues/describe.ts';
import { Refusal } from '../../../shared/issues/refusal.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { planSchema } from '../../../shared/plan/plan.ts';
import { builtinRecordTypes } from '../../../shared/record-types/builtin.ts';
import { contact } from '../../../shared/record-types/contact.ts';
import { checkText, schema } from './check-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('rows', () => {
  test('are each in one bucket, and the buckets add up', async () => {
    const { report, rows } = await checkText('Last name\nDoe\n""\n\nRoe\nPoe\n#REF!\n', {
      given: { excludedRows: [6] },
    });
    expect(report.rows).toEqual({ total: 6, ready: 2, error: 1, blank: 2, excluded: 1 });
    expect(rows.map(({ row, bucket }) => [row, bucket])).toEqual([
      [2, 'ready'],
      [3, 'blank'],
      [4, 'blank'],
      [5, 'ready'],
      [6, 'excluded'],
      [7, 'error'],
    ]);
  });

  test('may begin far below the top', async () => {
    const { report } = await checkText(`Last name\n${'\n'.repeat(3000)}Doe\n`);
    expect(report.rows).toMatchObject({ total: 3001, ready: 1, blank: 3000 });
  });

  test('keep their numbers below titles and blank rows', async () => {
    const { report, found } = await checkText(
      'Our contacts,,\n,,\nFirst name,Last name,E-mail\nJane,Doe,jane\n',
    );
    expect(report.plan.headerRow).toBe(3);
    expect(found).toEqual([[4, 'email', 'invalid-email']]);
  });

  test('of a ready row come with typed values, others without', async () => {
    const { rows } = await checkText(
      'Last name,E-mail,Phone,Birth date,Opt-in,Country,Notes\nDoe, jane@example.com ,030 901820,26/06/1985,ja,Germany,\nRoe,nobody,,,,,\n',
    );
    expect(rows[0]?.values).toEqual({
      last_name: 'Doe',
      email: 'jane@example.com',
      phone: '+4930901820',
      birth_date: '1985-06-26',
      opt_in: true,
      country: 'DE',
      notes: null,
    });
    expect(rows[1]?.values).toBeNull();
  });

  test('with an error that keeps a cell from being read have no second one', async () => {
    const type = schema([
      { name: 'a', type: 'date', constraints: { minimum: '2000-01-01', unique: true } },
      { name: 'b' },
    ]);
    const { found } = await checkText('a,b\nsoon,1\nsoon,2\n', type);
    expect(found).toEqual([
      [2, 'a', 'invalid-date'],
      [3, 'a', 'invalid-date'],
    ]);
  });

  test('that are not in place name no duplicates', async () => {
    const { found, issues } = await checkText(
      'Last name,E-mail\nA,a@example.com\nB,a@example.com,x\nC,a@example.com\nD,A@EXAMPLE.COM\n',
      { given: { excludedRows: [4] } },
    );
    expect(found).toEqual([
      [3, null, 'extra-cell'],
      [5, 'email', 'unique-error'],
    ]);
    expect(issues[1]?.params).toEqual({ firstRow: 2 });
  });

  test('take the country of their own for phone numbers and postal codes', async () => {
    const { found, rows } = await checkText(
      'Last name,Phone,Postal code,Country\nA,030 901820,10115,DE\nB,(212) 736-5000,10001,US\nC,030 901820,10115,AT\nD,030 901820,10115,\n',
      { given: { defaultCountry: 'DE' } },
    );
    expect(rows.map(({ values }) => values?.phone)).toEqual([
      '+4930901820',
      '+12127365000',
      undefined,
      '+4930901820',
    ]);
    expect(found).toEqual([[4, 'postal_code', 'invalid-postal-code']]);
  });
});

describe('a plan', () => {
  test('of a check is complete and valid', async () => {
    const { report } = await checkText('Last name,Birth date\nDoe,26/06/1985\n');
    expect(planSchema.parse(report.plan)).toEqual(report.plan);
    expect(report.plan).toMatchObject({
      recordType: 'contact',
      format: 'csv',
      encoding: 'utf-8',
      headerRow: 1,
      formats: { birth_date: { dateOrder: 'day-first' } },
    });
  });

  test('with edits is judged by them, and keeps the cells of the file', async () => {
    const edits = [
      { row: 2, column: 1, text: 'jane@example.com' },
      { row: 3, column: 1, text: 'john@example.com' },
    ];
    const { report, rows } = await checkText('Last name,E-mail\nDoe,jane\nRoe\n', {
      given: { edits },
    });
    expect(report.rows.ready).toBe(2);
    expect(rows.map(({ cells, original }) => [cells, original])).toEqual([
      [
        ['Doe', 'jane@example.com'],
        ['Doe', 'jane'],
      ],
      [['Roe', 'john@example.com'], ['Roe']],
    ]);
  });

  test('that is given back gives the same verdict without looking again', async () => {
    const text = 'Last name,Birth date\nDoe,26/06/1985\nRoe,03/04/1985\nPoe,31/02/1985\n';
    const { report } = await checkText(text);
    const again = await checkText(text, { given: report.plan });
    expect(again.report.plan).toEqual(report.plan);
    expect(again.report.digest).toBe(report.digest);
  });

  test('without a column for a required field is refused when rows are judged', async () => {
    const { report } = await checkText('Last name,E-mail\nDoe,\n');
    const plan: Plan = { ...report.plan, columns: report.plan.columns.slice(1) };
    const judging = judgeRows(memorySource('a.csv', bytes('Last name,E-mail\nDoe,\n')), {
      plan,
      recordType: contact,
      reference: NO_REFERENCE,
    });
    await expect(judging.next()).rejects.toThrow(Refusal);
  });

  test.each([
    ['Last name,City\nDoe,Rome\n', 'column B is “City”, the plan says “E-mail”.'],
    ['Last name,E-mail,City\nDoe,,Rome\n', 'column C is “City”, the plan has none there.'],
    ['Last name\nDoe\n', 'column B has no name, the plan says “E-mail”.'],
    [' Last name ,E-mail,,\nDoe,\n', null],
  ])('for other columns than those of %j is refused', async (text, why) => {
    const { report } = await checkText('Last name,E-mail\nDoe,\n');
    const judge = async () => {
      const options = { plan: report.plan, recordType: contact, reference: NO_REFERENCE };
      for await (const { rows } of judgeRows(memorySource('a.csv', bytes(text)), options)) {
        expect(rows[0]?.values).toEqual({ last_name: 'Doe', email: null });
      }
    };
    if (why === null) return judge();
    const refusal = await judge().catch((error: unknown) => error);
    if (!(refusal instanceof Refusal)) throw refusal;
    expect(describeIssue(refusal.issue).message).toBe(
      `The columns of this file are not those of the plan: ${why}`,
    );
  });

  test('names no record type that nobody knows', async () => {
    const wrong = checkText('a\n1\n', { given: { recordType: 'pet' } });
    await expect(wrong).rejects.toThrow('There is no record type “pet”.');
  });
});

describe('a date column', () => {
  const table = (...dates: string[]): string =>
    `Last name,Birth date\n${dates.map((date) => `Doe,${date}\n`).join('')}`;

  test.each<[string, string[], object | null]>([
    [
      'day first by a cell further down',
      ['03/04/1985', '26/06/1985'],
      { decision: 'day-first', row: 3, value: '26/06/1985' },
    ],
    [
      'month first',
      ['03/04/1985', '06/26/1985'],
      { decision: 'month-first', row: 3, value: '06/26/1985' },
    ],
    ['year first', ['', '1985-06-26'], { decision: 'year-first', row: 3, value: '1985-06-26' }],
    [
      'with dots, which nobody writes month first',
      ['03.04.1985'],
      { decision: 'day-first', row: 2, value: '03.04.1985' },
    ],
    [
      'with the majority, should cells disagree',
      ['06/26/1985', '26/06/1985', '27/06/1985'],
      { decision: 'day-first', row: 3, value: '26/06/1985' },
    ],
    ['that is empty', ['', ''], null],
  ])('%s', async (_, dates, evidence) => {
    const { report } = await checkText(table(...dates));
    expect(report.evidence).toEqual(evidence ? [{ field: 'birth_date', ...evidence }] : []);
    expect(report.questions).toEqual([]);
  });

  test('that nothing decides is a question, which one answer settles', async () => {
    const text = table('03/04/1985', '05/05/1985', '1985-06-26');
    const { report, found } = await checkText(text);
    expect(found).toEqual([[2, 'birth_date', 'ambiguous-date']]);
    expect(report.questions).toEqual([
      {
        field: 'birth_date',
        label: 'Birth date',
        column: 1,
        about: 'date-order',
        row: 2,
        value: '03/04/1985',
        options: ['day-first', 'month-first'],
      },
    ]);
    const answered = await checkText(text, {
      given: { formats: { birth_date: { dateOrder: 'month-first' } } },
    });
    expect(answered.rows[0]?.values?.birth_date).toBe('1985-03-04');
    expect(answered.report.questions).toEqual([]);
  });

  test('is decided by a cell far below the sample', async () => {
    const dates = Array.from({ length: 5000 }, () => '03/04/1985');
    const { report } = await checkText(table(...dates, '26/06/1985'));
    expect(report.evidence[0]).toMatchObject({ decision: 'day-first', row: 5002 });
    expect(report.rows.error).toBe(0);
  });

  test('is decided far below where the sample is empty', async () => {
    const dates = Array.from({ length: 3000 }, () => '');
    const { report } = await checkText(table(...dates, '03/04/1985', '06/26/1985'));
    expect(report.evidence[0]).toMatchObject({ decision: 'month-first', row: 3003 });
    expect(report.rows.error).toBe(0);
  });

  test('whose first doubtful cell comes late is a question all the same', async () => {
    const dates = Array.from({ length: 3000 }, () => '1985-06-26');
    const { report } = await checkText(table(...dates, '03/04/1985'));
    expect(report.questions).toMatchObject([{ field: 'birth_date', row: 3002 }]);
  });
});

describe('a number column', () => {
  const deals = (delimiter: string, ...amounts: string[]): string =>
    `Name${delimiter}Amount${delimiter}Stage\n${amounts
      .map((amount) => `Deal${delimiter}"${amount}"${delimiter}\n`)
      .join('')}`;

  test('is read with the mark that a cell proves', async () => {
    const { report, rows } = await checkText(deals(';', '1.234', '12,5'));
    expect(report.evidence).toEqual([
      { field: 'amount', decision: 'decimal-comma', row: 3, value: '12,5' },
    ]);
    expect(rows.map(({ values }) => values?.amount)).toEqual([1234, 12.5]);
  });

  test('with semicolons around and nothing to decide is a question', async () => {
    const { report, found } = await checkText(deals(';', '1.234'));
    expect(found).toEqual([[2, 'amount', 'ambiguous-number']]);
    expect(report.questions).toMatchObject([{ about: 'decimal-mark', row: 2, value: '1.234' }]);
  });

  test('with commas around takes the point for what Table Schema takes it for', async () => {
    const { rows } = await checkText(deals(',', '1.234', '$5'));
    expect(rows.map(({ values }) => values?.amount)).toEqual([1.234, 5]);
  });
});

describe('without a server', () => {
  test('users and teams are not judged, and that is said', async () => {
    const { report } = await checkText('Last name,Owner\nDoe,whoever\n');
    expect(report.rows.ready).toBe(1);
    expect(report.notChecked).toEqual(['users']);
  });
});

describe('reading', () => {
  const table = `Last name,E-mail,Birth date\n${Array.from(
    { length: 3000 },
    (_, n) => `Doe ${n},c${n % 2900}@example.com,${n % 50 ? '26' : '31'}/06/1985\n`,
  ).join('')}`;

  /** A source that gives a few bytes at a time, whatever it is asked for. */
  function dripping(size: number): ByteSource {
    const all = bytes(table);
    return {
      name: 'drip.csv',
      size: all.length,
      read: async (start, end) => all.subarray(start, Math.min(end, start + size)),
    };
  }

  test('gives the same digest however the bytes arrive', async () => {
    const whole = await check(memorySource('whole.csv', bytes(table)), {
      recordTypes: builtinRecordTypes,
    });
    expect(whole.issueCounts).toEqual({ 'unique-error': 100, 'invalid-date': 60 });
    for (const size of [997, 8192]) {
      const report = await check(dripping(size), { recordTypes: builtinRecordTypes });
      expect(report.digest).toBe(whole.digest);
    }
  });

  test('stops when it is aborted', async () => {
    const stop = new AbortController();
    const checking = check(memorySource('whole.csv', bytes(table)), {
      recordTypes: builtinRecordTypes,
      signal: stop.signal,
      onRows: () => stop.abort(new Error('enough')),
    });
    await expect(checking).rejects.toThrow('enough');
  });

  test('prepares from the head alone where that is enough', async () => {
    let furthest = 0;
    const all = bytes(`${table}${'Doe,,\n'.repeat(2_000_000)}`);
    const source: ByteSource = {
      name: 'long.csv',
      size: all.length,
      async read(start, end) {
        furthest = Math.max(furthest, end);
        return all.subarray(start, end);
      },
    };
    const given = { encoding: 'utf-8' };
    const prepared = await prepare(source, { recordTypes: builtinRecordTypes, given });
    expect(prepared.refusal).toBeNull();
    expect(furthest).toBeLessThan(all.length / 2);
  });

  test('tells progress with a report that grows', async () => {
    const phases: [string, number][] = [];
    await check(memorySource('whole.csv', bytes(table)), {
      recordTypes: builtinRecordTypes,
      onProgress: ({ phase, report }) => phases.push([phase, report.rows.total]),
    });
    expect(phases.slice(0, 2)).toEqual([
      ['preparing', 0],
      ['checking', 0],
    ]);
  });
});

test('rows of a file that names its delimiter have the numbers that Excel shows', async () => {
  const { report, found } = await checkText('sep=;\r\nLast name;E-mail\r\nDoe;no address\r\n');
  expect(report.plan).toMatchObject({ headerRow: 1, dialect: { delimiter: ';' } });
  expect(found).toEqual([[2, 'email', 'invalid-email']]);
  const { report: nothing } = await checkText('sep=;\r\n');
  expect(nothing.refusal?.code).toBe('empty-file');
});
