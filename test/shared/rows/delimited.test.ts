import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../shared/check/limits.ts';
import type { PlanOptions } from '../../../shared/plan/plan.ts';
import { readRows } from '../../../shared/rows/read-rows.ts';
import { cellsOf, fileOf, inPieces, readAll, refusalOf } from './reading.ts';

const comma: PlanOptions = { dialect: { delimiter: ',', quote: '"', newline: '\n' } };

/** Every row as its number, its cells and, where there is one, its damage. */
async function rowsOf(text: string, given = comma, limits = {}) {
  const { rows } = await readAll(fileOf(text), given, limits);
  return rows.map(({ number, cells, damage }) =>
    damage ? [number, cells, damage.code, damage.column] : [number, cells],
  );
}

test.each([
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2\n3,4\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['a\n\nb\n', [['a'], [''], ['b']]],
  [
    '"x\r\ny",1\r\n"z\n",2\r\n',
    [
      ['x\r\ny', '1'],
      ['z\n', '2'],
    ],
  ],
  ['"say ""hi""",""\n', [['say "hi"', '']]],
  ['5" nail,x"y"z\n', [['5" nail', 'x"y"z']]],
  ['"a" ,"b"\t\n', [['a', 'b']]],
  ['a,"b"', [['a', 'b']]],
  [
    'a,\n,b\n',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
])('%j', async (text, expected) => {
  expect(await cellsOf(fileOf(text), comma)).toEqual(expected);
});

describe('damage stays in its row', () => {
  test('an unclosed quote, nothing quoted after it', async () => {
    expect(await rowsOf('a,b\n1,2\n3,"x\n5,6\n7,8\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
      [3, ['3', '"x'], 'unclosed-quote', 1],
      [4, ['5', '6']],
      [5, ['7', '8']],
    ]);
  });

  test('an unclosed quote, quoted cells after it', async () => {
    expect(await rowsOf('a,b\n"1,2\n"3","4"\n5,"6""7"\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['"1', '2'], 'unclosed-quote', 0],
      [3, ['3', '4']],
      [4, ['5', '6"7']],
    ]);
  });

  test('an unclosed quote in the last row', async () => {
    expect(await rowsOf('a,b\n1,"2')).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '"2'], 'unclosed-quote', 1],
    ]);
  });

  test('an unclosed quote, far from the end of a long file', async () => {
    const { rows } = await readAll(fileOf(`a,b\n1,"2\n${'3,4\n'.repeat(2_000_000)}`), comma);
    expect(rows.length).toBe(2_000_002);
    expect(rows.filter(({ damage }) => damage)).toEqual([
      { number: 2, cells: ['1', '"2'], damage: { code: 'unclosed-quote', column: 1 } },
    ]);
  });

  test('stray quotes', async () => {
    expect(await rowsOf('"ab"c,1\n2,"x "y, z" w",3\n"4","5"\n')).toEqual([
      [1, ['"ab"c', '1'], 'stray-quote', 0],
      [2, ['2', '"x "y', ' z" w"', '3'], 'stray-quote', 1],
      [3, ['4', '5']],
    ]);
  });

  test('a quoted cell over the limit', async () => {
    const text = `a,b\n1,"${'x\n'.repeat(8)}"\n3,4\n`;
    expect(await rowsOf(text, comma, { cellLength: 5 })).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'x\nx\nx'], 'cell-too-large', 1],
      [3, ['3', '4']],
    ]);
  });

  test('a line that does not end', async () => {
    const { rows } = await readAll(fileOf(`a\n${'x'.repeat(20_000_000)}\nb,c\n`), comma);
    expect(
      rows.map(({ number, cells, damage }) => [number, cells[0]?.length, damage?.code]),
    ).toEqual([
      [1, 1, undefined],
      [2, 1_048_576, 'cell-too-large'],
      [3, 1, undefined],
    ]);
  });
});

test('line ends of old Macs', async () => {
  const given: PlanOptions = { dialect: { delimiter: ',', quote: '"', newline: '\r' } };
  const source = fileOf('a,b\r"x\ny",2\r\n3,4\r');
  const expected = [
    ['a', 'b'],
    ['x\ny', '2'],
    ['3', '4'],
  ];
  expect(await cellsOf(source, given)).toEqual(expected);
  expect(await cellsOf(inPieces(source, [1]), given)).toEqual(expected);
});

test('a delimiter of several characters', async () => {
  const given: PlanOptions = { dialect: { delimiter: '||', quote: '"', newline: '\n' } };
  const source = fileOf('a||"b||c"||d|e\n');
  expect(await cellsOf(source, given)).toEqual([['a', 'b||c', 'd|e']]);
  expect(await cellsOf(inPieces(source, [1]), given)).toEqual([['a', 'b||c', 'd|e']]);
});

test.each([
  ['', {}, {}, ['empty-file', {}]],
  [' \n\n', {}, {}, ['empty-file', {}]],
  ['a,b\n\0\0\0\x01', {}, {}, ['wrong-file-type', { detected: 'a binary file' }]],
  ['%PDF-1.4', {}, {}, ['wrong-file-type', { detected: 'a PDF document' }]],
  ['a\n1\n2\n3\n', {}, { rows: 2 }, ['too-many-rows', { limit: 2 }]],
  ['a\n1\n2\n', {}, { rows: 2 }, null],
  ['a,b,c\n', {}, { columns: 2 }, ['too-many-columns', { limit: 2, columns: 3 }]],
  ['a,b\n1,2\n', {}, { fileSize: 4 }, ['file-too-large', { limit: 4, size: 8 }]],
  ['a,b\n', { encoding: 'klingon' }, {}, ['unknown-encoding', { encoding: 'klingon' }]],
] as const)('%j with %j and %j: %j', async (text, given, limits, expected) => {
  expect(await refusalOf(fileOf(text), given, limits)).toEqual(expected);
});

test('an aborted reading ends with the reason', async () => {
  const { readRows } = await import('../../../shared/rows/read-rows.ts');
  const { DEFAULT_LIMITS } = await import('../../../shared/check/limits.ts');
  const controller = new AbortController();
  const format = { format: 'csv', encoding: 'utf-8', dialect: comma.dialect ?? null, sheet: null };
  const source = fileOf('a,b\n'.repeat(1_000_000));
  const reading = (async () => {
    for await (const _ of readRows(
      source,
      { ...format, format: 'csv' },
      DEFAULT_LIMITS,
      controller.signal,
    )) {
      controller.abort(new Error('enough'));
    }
  })();
  await expect(reading).rejects.toThrow('enough');
});

describe('a first line that names the delimiter', () => {
  test.each(['sep=;\n', 'SEP=;\r\n', '"sep=;"\r\n', '\uFEFFsep=;\r'])(
    '%j is no row, as in Excel, in pieces of any size',
    async (line) => {
      const source = fileOf(
        `${line}a;b\n1,5;2,5\n`.replaceAll('\n', line.endsWith('\r') ? '\r' : '\n'),
      );
      const expected = [
        { number: 1, cells: ['a', 'b'] },
        { number: 2, cells: ['1,5', '2,5'] },
      ];
      const { format, rows } = await readAll(source);
      expect(format.dialect?.delimiter).toBe(';');
      expect(rows).toEqual(expected);
      for (const size of [1, 3, 8]) {
        expect((await readAll(inPieces(source, [size]))).rows).toEqual(expected);
      }
    },
  );

  test('is none further down, nor with more in it', async () => {
    expect(await cellsOf(fileOf('a,b\nsep=;\n1,2\n'))).toEqual([['a', 'b'], ['sep=;'], ['1', '2']]);
    expect(await cellsOf(fileOf('sep=;x,b\n1,2\n'))).toEqual([
      ['sep=;x', 'b'],
      ['1', '2'],
    ]);
  });

  test('counts as bytes that were read', async () => {
    const source = fileOf('sep=;\na;b\n');
    const format = { format: 'csv', encoding: 'utf-8', sheet: null } as const;
    const dialect = { delimiter: ';', quote: '"', newline: '\n' } as const;
    const read: number[] = [];
    for await (const batch of readRows(source, { ...format, dialect }, DEFAULT_LIMITS)) {
      read.push(batch.bytesRead);
    }
    expect(read.at(-1)).toBe(source.size);
  });
});
