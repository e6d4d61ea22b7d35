import { expect, describe as suite, test } from 'vitest';
import { CATALOGUE } from '../../../shared/issues/catalogue.ts';
import { describe } from '../../../shared/issues/describe.ts';
import type { IssueCode } from '../../../shared/issues/issue.ts';
import { checkText, schema } from './check-text.ts';

const directory = {
  users: new Set(['u_1', 'u_2']),
  teams: new Set(['team_01', 'team_02', 'team_09']),
};

interface Case {
  /** A Table Schema field, named `it`. */
  field: Record<string, unknown>;
  good: string[];
  bad: string[];
  /** What is proposed for the bad ones, in their order; left out where nothing is. */
  suggestions?: (string | undefined)[];
}

const CELLS: Partial<Record<IssueCode, Case[]>> = {
  required: [{ field: { constraints: { required: true } }, good: ['a'], bad: ['', '  '] }],
  'type-error': [
    { field: { type: 'time' }, good: ['14:30', '14:30:05'], bad: ['25:00', '2pm'] },
    {
      field: { type: 'datetime' },
      good: ['2026-06-26T14:30:00', '2026-06-26T14:30:00Z', '2026-06-26 14:30'],
      bad: ['2026-02-30T10:00:00', '26.06.2026 14:30'],
    },
    { field: { type: 'year' }, good: ['2026'], bad: ['26', '20266'] },
    { field: { type: 'yearmonth' }, good: ['2026-06'], bad: ['2026-13', '06/2026'] },
    { field: { type: 'duration' }, good: ['P1Y2M', 'PT30M'], bad: ['P', '1 hour'] },
    { field: { type: 'object' }, good: ['{"a":1}'], bad: ['[1]', '{a}'] },
    { field: { type: 'array' }, good: ['[1,2]'], bad: ['{"a":1}'] },
    { field: { type: 'geopoint' }, good: ['13.4, 52.5'], bad: ['200, 10', '13.4'] },
    {
      field: { type: 'geojson' },
      good: ['{"type":"Point","coordinates":[1,2]}'],
      bad: ['{"type":"Circle"}'],
    },
  ],
  'invalid-email': [
    {
      field: { format: 'email' },
      good: ['jane@example.com', 'j.doe+x@sub.example.co.uk', '"a b"@example.com'],
      bad: [
        'jane',
        'jane@example',
        'jane@@example.com',
        'jane @example.com',
        'jane@example,com',
        'jane@gmailcom',
        'Jane Doe <jane@example.com>',
        'jane (at) example.com',
        'jane@example.com;',
        'a@example.com, b@example.com',
        'jane.at.example.com',
        'jäne@example.com',
      ],
      suggestions: [
        undefined,
        undefined,
        'jane@example.com',
        'jane@example.com',
        'jane@example.com',
        'jane@gmail.com',
        'jane@example.com',
        'jane@example.com',
        'jane@example.com',
        undefined,
        undefined,
        undefined,
      ],
    },
  ],
  'email-typo': [
    {
      field: { format: 'email' },
      good: ['jane@gmail.com', 'jane@mail.com', 'jane@example.co'],
      bad: ['jane@gmial.com', 'jane@example.con'],
      suggestions: ['jane@gmail.com', 'jane@example.com'],
    },
  ],
  'invalid-phone': [
    {
      field: { format: 'phone' },
      good: ['+49 30 901820', '+1 (212) 736-5000', '030 901820', '0049 30 901820'],
      bad: ['12', '+49 3', 'next week', '+999 123456', 'Phone: +49 30 901820'],
      suggestions: [undefined, undefined, undefined, undefined, '+4930901820'],
    },
  ],
  'invalid-date': [
    {
      field: { type: 'date' },
      good: ['2026-06-26', '2024-02-29'],
      bad: ['2026-02-29', 'soon', '26.06.2026', '2026-6-1'],
      suggestions: [undefined, undefined, '2026-06-26', '2026-06-01'],
    },
    {
      field: { type: 'date', format: 'any' },
      good: ['26/06/2026', '01/02/2026', '3 March 1999', '2026-06-26 10:30'],
      bad: ['06/26/2026', '31/04/2026', 'soon'],
      suggestions: ['2026-06-26', undefined, undefined],
    },
    { field: { type: 'date', format: '%d/%m/%y' }, good: ['26/06/26'], bad: ['2026-06-26'] },
  ],
  'ambiguous-date': [
    {
      field: { type: 'date', format: 'any' },
      good: ['2026-06-26', '05/05/2026'],
      bad: ['03/04/2026'],
    },
  ],
  'invalid-number': [
    {
      field: { type: 'number' },
      good: ['1', '-1.5', '1,234.56', '1e3', '.5'],
      bad: ['1.2.3', 'many', '12,34', 'NaN'],
    },
    { field: { type: 'number', decimalChar: ',', groupChar: '.' }, good: ['1.234,5'], bad: ['x'] },
    {
      field: { type: 'integer' },
      good: ['12', '-3', '+4'],
      bad: ['1.5', '12.0', 'one'],
      suggestions: [undefined, '12', undefined],
    },
  ],
  'ambiguous-number': [{ field: { type: 'number' }, good: ['12'], bad: ['1,234'] }],
  'invalid-boolean': [
    {
      field: { type: 'boolean' },
      good: ['yes', 'NO', 'ja', 'Nein', 'oui', 'x', '1', '0', 'TRUE', 'off'],
      bad: ['maybe', '2'],
    },
    {
      field: { type: 'boolean', trueValues: ['Active'], falseValues: ['Gone'] },
      good: ['Active', 'Gone'],
      bad: ['yes', 'active'],
      suggestions: [undefined, 'Active'],
    },
  ],
  'invalid-postal-code': [
    { field: { format: 'postal-code' }, good: ['1016 BR', '10115'], bad: ['?', 'x'.repeat(20)] },
  ],
  'invalid-country': [
    {
      field: { format: 'country' },
      good: ['DE', 'deu', 'Germany', 'Deutschland', 'U.S.A.', 'Côte d’Ivoire', 'Germany (DE)'],
      bad: ['Atlantis', 'Germny'],
      suggestions: [undefined, 'Germany'],
    },
  ],
  'invalid-url': [
    {
      field: { format: 'uri' },
      good: ['https://example.com/a?b=c#d', 'mailto:a@example.com'],
      bad: ['example.com', 'not a link'],
      suggestions: ['https://example.com', undefined],
    },
  ],
  'invalid-uuid': [
    {
      field: { format: 'uuid' },
      good: ['2eb8aa08-aa98-11ea-b4aa-73b441d16380'],
      bad: ['2eb8aa08aa9811eab4aa73b441d16380', '2eb8'],
      suggestions: ['2eb8aa08-aa98-11ea-b4aa-73b441d16380', undefined],
    },
  ],
  'constraint-enum': [
    {
      field: { constraints: { enum: ['Won', 'Lost', 'Negotiation'] } },
      good: ['Won'],
      bad: ['won', 'Negotiaton', 'Maybe'],
      suggestions: ['Won', 'Negotiation', undefined],
    },
    { field: { type: 'integer', constraints: { enum: [1, 2] } }, good: ['2'], bad: ['3'] },
  ],
  'constraint-pattern': [
    { field: { constraints: { pattern: '[A-Z]{3}' } }, good: ['ABC'], bad: ['ABCD', 'abc'] },
  ],
  'constraint-minimum': [
    { field: { type: 'integer', constraints: { minimum: 10 } }, good: ['10', '100'], bad: ['9'] },
    {
      field: { type: 'date', constraints: { minimum: '2000-01-01' } },
      good: ['2000-01-01'],
      bad: ['1999-12-31'],
    },
  ],
  'constraint-maximum': [
    { field: { type: 'number', constraints: { maximum: '9.5' } }, good: ['9.5'], bad: ['10'] },
  ],
  'constraint-min-length': [
    { field: { constraints: { minLength: 2 } }, good: ['ab'], bad: ['a', '😀'] },
  ],
  'constraint-max-length': [
    { field: { constraints: { maxLength: 2 } }, good: ['ab', '😀😀'], bad: ['abc'] },
  ],
  'unique-error': [
    { field: { constraints: { unique: true } }, good: ['a', 'b', 'A'], bad: ['b'] },
    {
      field: { format: 'email', constraints: { unique: true } },
      good: ['a@example.com', ''],
      bad: ['A@Example.com'],
    },
  ],
  'unknown-user': [{ field: { reference: 'users' }, good: ['u_1'], bad: ['u_3', 'Jane'] }],
  'unknown-team': [
    {
      field: { reference: 'teams' },
      good: ['team_01'],
      bad: ['team_9', 'tem_02', 'team_03'],
      suggestions: ['team_09', 'team_02', undefined],
    },
  ],
  'spreadsheet-error': [
    { field: {}, good: ['#1', '# of seats'], bad: ['#REF!', '#N/A', '#WERT!', '####'] },
  ],
  'scientific-notation': [
    { field: { format: 'phone' }, good: ['+49 30 901820'], bad: ['4.93E+11'] },
    { field: { name: 'account_no' }, good: ['E12'], bad: ['1,23E+10'] },
    { field: { type: 'integer' }, good: ['12'], bad: ['1.23E+10'] },
  ],
  'invisible-characters': [
    {
      field: {},
      good: ['plain', 'Zoë', 'نمی\u200cخواهم', 'two\nlines'],
      bad: ['a\u200bb', '\u0007bell'],
      suggestions: ['ab', 'bell'],
    },
    {
      field: { format: 'email' },
      good: ['jane@example.com'],
      bad: ['jane@example.com\u200b'],
      suggestions: ['jane@example.com'],
    },
  ],
  mojibake: [
    {
      field: {},
      good: ['Müller', 'São Paulo', 'SÃO', 'Â'],
      bad: ['MÃ¼ller', 'Itâ€™s', 'M\ufffdller'],
      suggestions: ['Müller', 'It’s', undefined],
    },
  ],
};

suite('every code of a cell is found where it is, and only there', () => {
  for (const [code, cases] of Object.entries(CELLS)) {
    cases.forEach(({ field, good, bad, suggestions }, number) => {
      test(`${code}, case ${number + 1}`, async () => {
        const type = schema([{ name: 'it', ...field }, { name: 'other' }]);
        const name = String(field.name ?? 'it');
        const cell = (value: string): string => `"${value.replaceAll('"', '""')}",x\n`;
        const table = `${name},other\n${[...good, ...bad].map(cell).join('')}`;
        const { issues } = await checkText(table, { ...type, reference: directory });
        // Rows with line breaks are one row, so row numbers follow from the place in the list.
        expect(issues.map((issue) => [issue.row, issue.code])).toEqual(
          bad.map((_, at) => [good.length + at + 2, code]),
        );
        expect(issues.map(({ suggestion }) => suggestion)).toEqual(
          suggestions ?? bad.map(() => undefined),
        );
        for (const issue of issues) {
          const { message } = describe(issue, { label: 'It', value: 'v' });
          expect(message).toMatch(/^Row \d+, It: .+\.$/);
          expect(message).not.toMatch(/undefined|null|\[object/);
        }
      });
    });
  }
});

const CONTACT = 'First name,Last name,E-mail\nJane,Doe,jane@example.com\n';

suite('every code of a row', () => {
  test.each<[IssueCode, string, [number, string | null][]]>([
    ['blank-row', `${CONTACT},,\nJohn,Roe,\n`, [[3, null]]],
    ['missing-cell', `${CONTACT}John,Roe\n`, [[3, null]]],
    ['extra-cell', `${CONTACT}John,Roe,john@example.com,more\n`, [[3, null]]],
    ['unclosed-quote', `${CONTACT}"John,Roe,john@example.com\n`, [[3, null]]],
    [
      'still-marked',
      'First name,Last name,Row,Error codes,Errors\nJane,Doe,3,missing-cell,\n',
      [[2, null]],
    ],
    ['stray-quote', `${CONTACT}"Jo"hn,Roe,john@example.com\nA,B,c@example.com\n`, [[3, null]]],
  ])('%s', async (code, table, places) => {
    const { found } = await checkText(table);
    expect(found).toEqual(places.map(([row, field]) => [row, field, code]));
  });

  test('primary-key', async () => {
    const fields = [{ name: 'a' }, { name: 'b', type: 'integer' }];
    const type = schema(fields, { primaryKey: ['a', 'b'] });
    const { found, issues } = await checkText('a,b\nx,1\nx,2\nx,1\nx,\nx,no\n', type);
    expect(found).toEqual([
      [4, null, 'primary-key'],
      [5, 'b', 'required'],
      [6, 'b', 'invalid-number'],
    ]);
    expect(issues[0]?.params).toEqual({ firstRow: 2 });
  });

  test('cell-too-large', async () => {
    const { DEFAULT_LIMITS } = await import('../../../shared/check/limits.ts');
    const limits = { ...DEFAULT_LIMITS, cellLength: 20 };
    const { found } = await checkText(`${CONTACT}${'x'.repeat(30)},Roe,\n`, { limits });
    expect(found).toEqual([[3, null, 'cell-too-large']]);
  });

  test('blank cells behind the last column are no extra cells', async () => {
    const { found } = await checkText(`${CONTACT}John,Roe,,,\n`);
    expect(found).toEqual([]);
  });
});

suite('every code of the header', () => {
  test.each<[string, string, [IssueCode, number | undefined][]]>([
    ['a label twice', 'Last name,E-mail,e_mail\nDoe,,\n', [['duplicate-label', 2]]],
    ['a column without a name', 'Last name,,E-mail\nDoe,x,\n', [['blank-label', 1]]],
    ['an unknown column', 'Last name,Shoe size\nDoe,x\n', [['unmapped-column', 1]]],
    [
      'no column for a required field',
      'First name,E-mail\nJane,\n',
      [['required-column', undefined]],
    ],
  ])('%s', async (_, table, expected) => {
    const { issues } = await checkText(table, { given: { recordType: 'contact' } });
    expect(issues.map(({ code, column }) => [code, column])).toEqual(expected);
  });

  test('a label that is as close to one field as to another', async () => {
    const type = schema([{ name: 'price_a' }, { name: 'price_b' }]);
    const { issues } = await checkText('price_c\n1\n', { ...type, given: { headerRow: 1 } });
    expect(issues).toEqual([
      {
        code: 'ambiguous-column',
        row: 1,
        column: 0,
        params: { label: 'price_c', field: '“price_a” or “price_b”' },
      },
    ]);
  });
});

suite('every code of the file', () => {
  test.each<[IssueCode, string, blank: number]>([
    ['empty-file', '', 0],
    ['empty-file', '\n\n\n', 0],
    ['no-rows', 'First name,Last name\n', 0],
    ['no-rows', 'First name,Last name\n,\n\n', 2],
    ['required-column', 'First name,E-mail\nJane,jane@example.com\n', 0],
  ])('%s of %j', async (code, table, blank) => {
    const { report } = await checkText(table, { given: { recordType: 'contact' } });
    expect(report.refusal?.code).toBe(code);
    expect(report.issueCounts[code]).toBe(1);
    expect(report.rows).toEqual({ total: blank, ready: 0, error: 0, blank, excluded: 0 });
    expect(report.causes.map((cause) => cause.code)).toContain(code);
  });

  test('a file of nothing but a header still says where its columns would go', async () => {
    const { report } = await checkText('Vorname,Nachname,E-Mail\n');
    expect(report.refusal?.code).toBe('no-rows');
    expect(report.plan.columns.map(({ field }) => field)).toEqual([
      'first_name',
      'last_name',
      'email',
    ]);
  });
});

test('what no stage of the engine can find yet is known by name', () => {
  const found = new Set<string>([
    ...Object.keys(CELLS),
    ...['blank-row', 'missing-cell', 'extra-cell', 'unclosed-quote', 'stray-quote'],
    ...['primary-key', 'cell-too-large', 'still-marked'],
    ...['duplicate-label', 'blank-label', 'unmapped-column', 'required-column', 'ambiguous-column'],
  ]);
  const elsewhere = Object.entries(CATALOGUE)
    .filter(([code, { place }]) => place !== 'file' && !found.has(code))
    .map(([code]) => code);
  // The server finds the first; the second asks for the whole file to be known first.
  expect(elsewhere).toEqual(['duplicate-record', 'foreign-key']);
});
