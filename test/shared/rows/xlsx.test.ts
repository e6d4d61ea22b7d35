import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { cellsOf, fileOf, inPieces, readAll, refusalOf } from './reading.ts';
import { type WorkbookXml, xlsxOf, zip } from './workbooks.ts';

const workbook = (xml: WorkbookXml) => fileOf(xlsxOf(xml), 'file.xlsx');
const sheet = (rows: string) => ({ sheets: [{ name: 'Sheet1', rows }] });

test('what another program has written', async () => {
  const rows = [
    ['Name', 'Born', 'Active', 'Score', 'Note'],
    ['Müller & Söhne', new Date(Date.UTC(1980, 1, 29)), true, 0.1 + 0.2, 'two\nlines'],
    ['Ann', new Date(Date.UTC(2026, 10, 22)), false, 1234567890123456, '😀 <b>'],
  ];
  const bytes = await writeXlsx({ sheets: [{ name: 'People', rows }] });
  const expected = [
    ['Name', 'Born', 'Active', 'Score', 'Note'],
    ['Müller & Söhne', '1980-02-29', 'TRUE', '0.3', 'two\nlines'],
    ['Ann', '2026-11-22', 'FALSE', '1234567890123456', '😀 <b>'],
  ];
  expect(await cellsOf(fileOf(bytes, 'people.xlsx'))).toEqual(expected);
  expect(await cellsOf(inPieces(fileOf(bytes), [7, 31, 1000]))).toEqual(expected);
});

test.each([
  ['<c r="A1" t="s"><v>0</v></c>', 'rich text'],
  ['<c r="A1" t="s"><v>1</v></c>', 'line\r\nend'],
  [
    '<c r="A1" t="inlineStr"><is><t>in </t><r><t>line</t></r><rPh><t>x</t></rPh></is></c>',
    'in line',
  ],
  ['<c r="A1" t="str"><f>A2&amp;"&lt;"</f><v>a&amp;b&#x20AC;</v></c>', 'a&b€'],
  ['<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
  ['<c r="A1" t="e"><v>#REF!</v></c>', '#REF!'],
  ['<c r="A1" t="d"><v>2026-06-26T00:00:00Z</v></c>', '2026-06-26'],
  ['<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
  ['<c r="A1"><v>17.100000000000001</v></c>', '17.1'],
  ['<c r="A1"><v>12345678901234567890</v></c>', '12345678901234567890'],
  ['<c r="A1"><v>1.5E-7</v></c>', '0.00000015'],
  ['<c r="A1"><v>-4.0E+3</v></c>', '-4000'],
  ['<c r="A1"><v>1E+20</v></c>', '100000000000000000000'],
  ['<x:c r="A1"><x:v><![CDATA[7]]></x:v></x:c>', '7'],
])('%s', async (cell, text) => {
  const strings = [
    '<r><t>rich</t></r><r><t> text</t></r><rPh><t>no</t></rPh>',
    '<t>line_x000D_\nend</t>',
  ];
  expect(await cellsOf(workbook({ ...sheet(`<row r="1">${cell}</row>`), strings }))).toEqual([
    [text],
  ]);
});

test.each([
  ['yyyy-mm-dd', '44000', '2020-06-18'],
  ['yyyy-mm-dd', '44000.75', '2020-06-18'],
  ['dd/mm/yyyy hh:mm', '44000.75', '2020-06-18T18:00:00'],
  ['dd/mm/yyyy hh:mm', '44000', '2020-06-18'],
  ['dd/mm/yyyy hh:mm', '44000.99999999', '2020-06-19'],
  ['mmm-yy', '1', '1900-01-01'],
  ['d.m.yy', '59', '1900-02-28'],
  ['d.m.yy', '60', '1900-02-29'],
  ['d.m.yy', '61', '1900-03-01'],
  ['h:mm AM/PM', '0.5', '12:00:00'],
  ['[h]:mm', '1.5', '36:00:00'],
  ['[Red]0.00', '12.5', '12.5'],
  ['[$-409]mmmm d, yyyy', '44000', '2020-06-18'],
  ['0" days"', '12', '12'],
  ['#,##0.00', '1234.5', '1234.5'],
  ['General', '44000', '44000'],
  ['00000', '1067', '01067'],
  ['00000', '123456', '123456'],
  ['000-00-0000', '12345678', '012-34-5678'],
  ['00000', '1.5', '1.5'],
])('%s of %s', async (format, value, text) => {
  const code = format.replaceAll('"', '&quot;');
  const rows = `<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`;
  expect(await cellsOf(workbook({ ...sheet(rows), formats: [code] }))).toEqual([[text]]);
});

test('days counted from 1904', async () => {
  const rows = '<row><c s="1"><v>0</v></c><c s="1"><v>42538</v></c></row>';
  const xml = { ...sheet(rows), formats: ['yyyy-mm-dd'], date1904: true };
  expect(await cellsOf(workbook(xml))).toEqual([['1904-01-01', '2020-06-18']]);
});

describe('rows', () => {
  test('keep their numbers, blank ones count, those at the end do not', async () => {
    const { rows } = await readAll(
      workbook(
        sheet(
          '<row r="2"><c r="B2"><v>1</v></c><c r="XFD2" s="0"/></row><row r="3"><c r="A3" s="0"/></row>' +
            '<row r="5"><c r="A5"><v>2</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>',
        ),
      ),
    );
    expect(rows).toEqual([
      { number: 1, cells: [] },
      { number: 2, cells: ['', '1'] },
      { number: 3, cells: [] },
      { number: 4, cells: [] },
      { number: 5, cells: ['2'] },
    ]);
  });

  test('a far cell costs little', async () => {
    const { rows } = await readAll(
      workbook(sheet('<row r="1048576"><c r="B1048576"><v>1</v></c></row>')),
    );
    expect(rows.length).toBe(1_048_576);
    expect(rows.at(-1)).toEqual({ number: 1_048_576, cells: ['', '1'] });
  });

  test('without references', async () => {
    expect(
      await cellsOf(workbook(sheet('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/>'))),
    ).toEqual([['1', '', '3']]);
  });
});

describe('sheets', () => {
  const cell = (value: number) => `<row><c><v>${value}</v></c></row>`;
  const source = workbook({
    sheets: [
      { name: 'Secret', rows: cell(1), state: 'veryHidden' },
      { name: 'R &amp; D', rows: cell(2) },
      { name: 'More', rows: cell(3) },
    ],
  });

  test('the first one that is not hidden is read', async () => {
    const { format, rows } = await readAll(source);
    expect(format).toEqual({
      format: 'xlsx',
      encoding: null,
      dialect: null,
      sheet: 'R & D',
      sheets: [
        { name: 'Secret', hidden: true },
        { name: 'R & D', hidden: false },
        { name: 'More', hidden: false },
      ],
    });
    expect(rows).toEqual([{ number: 1, cells: ['2'] }]);
  });

  test('the one that is named', async () => {
    expect(await cellsOf(source, { sheet: 'Secret' })).toEqual([['1']]);
    expect(await refusalOf(source, { sheet: 'Les' })).toEqual([
      'unknown-sheet',
      { sheet: 'Les', sheets: 'Secret, R & D, More' },
    ]);
  });
});

describe('what is no honest workbook', () => {
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
  const honest = xlsxOf({ ...sheet(rows), strings: ['<t>x</t>'] });
  const parts = (name: string, content: string) => ({ ...sheet(rows), parts: { [name]: content } });
  const SHEET = 'xl/worksheets/sheet1.xml';

  test.each<[string, Uint8Array, string]>([
    ['cut in the middle', honest.subarray(0, honest.length / 2), 'damaged-file'],
    ['cells refer to a missing text', xlsxOf(sheet(rows)), 'damaged-file'],
    [
      'a sheet that ends too early',
      xlsxOf(parts(SHEET, '<worksheet><sheetData><row r="1">')),
      'damaged-file',
    ],
    ['an empty sheet part', xlsxOf(parts(SHEET, '')), 'damaged-file'],
    ['no workbook', xlsxOf(parts('_rels/.rels', 'CORRUPTED')), 'damaged-file'],
    [
      'rows out of order',
      xlsxOf(sheet('<row r="2"><c><v>1</v></c></row><row r="1"/>')),
      'damaged-file',
    ],
    [
      'entities that multiply',
      xlsxOf(
        parts(
          'xl/sharedStrings.xml',
          '<!DOCTYPE x [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>',
        ),
      ),
      'damaged-file',
    ],
    [
      'a part of nothing but blanks',
      xlsxOf(parts(SHEET, ' '.repeat(5_000_000))),
      'decompression-limit',
    ],
    [
      'one text a thousand times',
      xlsxOf({
        ...sheet(
          Array.from(
            { length: 1000 },
            (_, at) => `<row r="${at + 1}"><c t="s"><v>0</v></c></row>`,
          ).join(''),
        ),
        strings: [`<t>${'long '.repeat(60_000)}</t>`],
      }),
      'decompression-limit',
    ],
    [
      'Word',
      zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      'wrong-file-type',
    ],
    [
      'binary Excel',
      zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': '' }),
      'wrong-file-type',
    ],
    ['any archive', zip({ 'a.txt': 'a' }), 'wrong-file-type'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusalOf(fileOf(bytes, 'file.xlsx')))?.[0]).toBe(code);
  });

  test('a directory that lies about sizes', async () => {
    const bytes = xlsxOf(sheet(`<row>${'<c><v>1</v></c>'.repeat(500)}</row>`));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 900, true);
    }
    expect((await refusalOf(fileOf(bytes)))?.[0]).toBe('damaged-file');
  });

  test('broken in any one byte, it is refused or read, and never throws anything else', async () => {
    for (let at = 0; at < honest.length; at += 3) {
      const broken = honest.slice();
      broken[at] = (broken[at] ?? 0) ^ 0x5a;
      await refusalOf(fileOf(broken));
    }
  });
});

test('limits', async () => {
  const wide = sheet(`<row>${'<c><v>1</v></c>'.repeat(11)}</row>`);
  const long = sheet('<row><c><v>1</v></c></row>'.repeat(5));
  const large = sheet('<row><c><v>1</v></c><c t="str"><v>abcdef</v></c></row>');
  expect(await refusalOf(workbook(wide), {}, { columns: 10 })).toEqual([
    'too-many-columns',
    { limit: 10, columns: 11 },
  ]);
  expect(await refusalOf(workbook(long), {}, { rows: 3 })).toEqual(['too-many-rows', { limit: 3 }]);
  expect((await readAll(workbook(large), {}, { cellLength: 3 })).rows).toEqual([
    { number: 1, cells: ['1', 'abc'], damage: { code: 'cell-too-large', column: 1 } },
  ]);
});
