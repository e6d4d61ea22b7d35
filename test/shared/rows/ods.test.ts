import { writeOds } from 'hucre/ods';
import { expect, test } from 'vitest';
import { cellsOf, fileOf, readAll, refusalOf } from './reading.ts';
import { odsOf } from './workbooks.ts';

const table = (name: string, rows: string, style = '') =>
  `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;
const row = (cells: string, attributes = '') =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const text = (content: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${content}</text:p></table:table-cell>`;
const typed = (type: string, attributes: string) =>
  `<table:table-cell office:value-type="${type}" ${attributes}><text:p>as shown</text:p></table:table-cell>`;
const one = (cells: string) => fileOf(odsOf(table('S', row(cells))), 'file.ods');

test('what another program has written', async () => {
  const rows = [
    ['Name', 'Born', 'Active', 'Score'],
    ['Müller & Söhne', new Date(Date.UTC(1980, 1, 29)), true, 17.1],
  ];
  const bytes = await writeOds({ sheets: [{ name: 'People', rows }] });
  expect(await cellsOf(fileOf(bytes, 'people.ods'))).toEqual([
    ['Name', 'Born', 'Active', 'Score'],
    ['Müller & Söhne', '1980-02-29', 'TRUE', '17.1'],
  ]);
});

test.each([
  [text('a &amp; b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e'), 'a & b  c\td\ne'],
  [
    '<table:table-cell office:value-type="string"><text:p>one</text:p><text:p>two</text:p></table:table-cell>',
    'one\ntwo',
  ],
  [
    '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>cell</text:p></table:table-cell>',
    'cell',
  ],
  [text('a <text:span>b</text:span>'), 'a b'],
  [typed('float', 'office:value="17.100000000000001"'), '17.1'],
  [typed('percentage', 'office:value="0.5"'), '0.5'],
  [typed('boolean', 'office:boolean-value="true"'), 'TRUE'],
  [typed('date', 'office:date-value="1850-06-26"'), '1850-06-26'],
  [typed('date', 'office:date-value="2026-06-26T12:30:00"'), '2026-06-26T12:30:00'],
  [typed('time', 'office:time-value="PT12H30M05S"'), '12:30:05'],
])('%s', async (cell, expected) => {
  expect(await cellsOf(one(cell))).toEqual([[expected]]);
});

test('repeated cells and rows, blank ones at the end left out', async () => {
  const empty = '<table:table-cell table:number-columns-repeated="16000"/>';
  const rows =
    row(
      `${text('a', 'table:number-columns-repeated="2"')}<table:table-cell/>${text('b')}${empty}`,
    ) +
    row(empty, 'table:number-rows-repeated="2"') +
    row(text('c'), 'table:number-rows-repeated="2"') +
    row(empty, 'table:number-rows-repeated="1000000"');
  const { rows: read } = await readAll(fileOf(odsOf(table('S', rows))));
  expect(read.map(({ number, cells }) => [number, cells])).toEqual([
    [1, ['a', 'a', '', 'b']],
    [2, []],
    [3, []],
    [4, ['c']],
    [5, ['c']],
  ]);
});

test('sheets: the first one that is shown, or the one that is named', async () => {
  const source = fileOf(
    odsOf(
      table('Off', row(text('1')), 'off') +
        table('On', row(text('2'))) +
        table('Next', row(text('3'))),
    ),
  );
  const { format, rows } = await readAll(source);
  expect([format.sheet, format.sheets.map(({ hidden }) => hidden)]).toEqual([
    'On',
    [true, false, false],
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([['2']]);
  expect(await cellsOf(source, { sheet: 'Next' })).toEqual([['3']]);
  expect(await refusalOf(source, { sheet: 'X' })).toEqual([
    'unknown-sheet',
    { sheet: 'X', sheets: 'Off, On, Next' },
  ]);
});

test.each<[string, Uint8Array, string]>([
  [
    'a bomb of repeats',
    odsOf(
      table(
        'S',
        row(
          text('x'.repeat(1000), 'table:number-columns-repeated="900"'),
          'table:number-rows-repeated="1000000"',
        ),
      ),
    ),
    'decompression-limit',
  ],
  [
    'a password',
    odsOf(table('S', ''), {
      'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
    }),
    'encrypted-file',
  ],
  [
    'contents cut short',
    odsOf('', { 'content.xml': '<office:document-content><office:body>' }),
    'damaged-file',
  ],
  [
    'another document',
    odsOf('', { mimetype: 'application/vnd.oasis.opendocument.text' }),
    'wrong-file-type',
  ],
])('%s is refused', async (_, bytes, code) => {
  expect((await refusalOf(fileOf(bytes)))?.[0]).toBe(code);
});
