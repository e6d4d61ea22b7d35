import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Dialect } from '../../../shared/plan/plan.ts';
import { encode } from './encode.ts';
import { cellsOf, fileOf, inPieces, readAll } from './reading.ts';

const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quote: fc.constant('"'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
}) satisfies fc.Arbitrary<Dialect>;

/** Everything that tends to go wrong, in a few characters. */
const awkward = fc.string({
  unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', '\r\n', ' ', 'a', 'é', '€', '0'),
  maxLength: 6,
});
const unicode = fc.string({ unit: 'grapheme', maxLength: 6 });
const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

function write(table: readonly string[][], dialect: Dialect): string {
  const cell = (text: string) =>
    text.includes(dialect.delimiter) || /["\r\n]/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  return table.map((row) => row.map(cell).join(dialect.delimiter) + dialect.newline).join('');
}

test.each([
  ['utf-8', unicode],
  ['utf-16le', unicode],
  ['utf-16be', unicode],
  ['windows-1252', awkward],
] as const)(
  'a table written in %s is read back exactly, in pieces of any size',
  async (encoding, cell) => {
    const tables = fc.array(fc.array(fc.oneof(cell, awkward), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        tables,
        dialects,
        fc.boolean(),
        pieces,
        async (table, dialect, mark, sizes) => {
          const bytes = encode(
            write(table, dialect),
            encoding,
            mark && encoding !== 'windows-1252',
          );
          fc.pre(bytes.length > 0 && write(table, dialect).trim() !== '');
          const source = fileOf(bytes);
          const given = { encoding, dialect };
          expect(await cellsOf(source, given)).toEqual(table);
          expect(await cellsOf(inPieces(source, sizes), given)).toEqual(table);
        },
      ),
      { numRuns: 150 },
    );
  },
);

test('cutting the bytes of any text changes nothing, damage included', async () => {
  const text = fc.string({
    unit: fc.constantFrom('"', '"', ',', '\n', '\r\n', '\r', ' ', 'a', 'ü'),
    minLength: 1,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(text, dialects, pieces, async (content, dialect, sizes) => {
      fc.pre(content.trim() !== '');
      const source = fileOf(content);
      const given = { encoding: 'utf-8', dialect: { ...dialect, delimiter: ',' } };
      const whole = await readAll(source, given);
      expect(await readAll(inPieces(source, sizes), given)).toEqual(whole);
      expect(whole.rows.map(({ number }) => number)).toEqual(whole.rows.map((_, at) => at + 1));
    }),
    { numRuns: 600 },
  );
});

test('text without damage is read as PapaParse reads it', async () => {
  const text = fc.string({
    unit: fc.constantFrom('"', '""', ',', '\n', 'a', 'b', '","', '"\n"'),
    minLength: 1,
    maxLength: 40,
  });
  const dialect: Dialect = { delimiter: ',', quote: '"', newline: '\n' };
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(text, async (content) => {
      fc.pre(content.trim() !== '');
      const { rows } = await readAll(fileOf(content), { encoding: 'utf-8', dialect });
      const papa = new Papa.Parser({ delimiter: ',', newline: '\n' }).parse(content);
      if (papa.errors.length > 0 || rows.some(({ damage }) => damage)) return;
      compared++;
      // PapaParse counts the nothing after the last line end as a row.
      const expected = content.endsWith('\n') ? papa.data.slice(0, -1) : papa.data;
      expect(rows.map(({ cells }) => cells)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
  expect(compared).toBeGreaterThan(500);
});
