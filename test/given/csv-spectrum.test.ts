import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cellsOf, fileOf, inPieces } from '../shared/rows/reading.ts';
import { givenFolder } from './folder.ts';

const folder = new URL('csv-spectrum/', givenFolder);
const names = readdirSync(new URL('csvs/', folder)).map((file) => basename(file, '.csv'));

/** Where the JSON of csv-spectrum @ d30e80f does not say what stands in its own CSV. */
const CORRECTIONS: Record<string, (json: string, csv: Uint8Array) => string> = {
  // Another telephone number.
  location_coordinates: (json) => json.replace('1234567890', '2095257564'),
  // The CRLF inside the cell is only LF where the checkout has turned the CSV's line ends into LF.
  newlines_crlf: (json, csv) => (csv.includes(13) ? json : json.replaceAll('\\r\\n', '\\n')),
};

describe('csv-spectrum', () => {
  test('has its twelve files', () => expect(names).toHaveLength(12));

  test.each(names)('%s', async (name) => {
    const csv = readFileSync(new URL(`csvs/${name}.csv`, folder));
    const json = readFileSync(new URL(`json/${name}.json`, folder), 'utf8');
    const correct = CORRECTIONS[name] ?? ((text: string) => text);
    const expected: unknown = JSON.parse(correct(json, csv));

    const source = fileOf(csv, `${name}.csv`);
    const [labels = [], ...rows] = await cellsOf(source);
    const objects = rows.map((cells) =>
      Object.fromEntries(labels.map((label, index) => [label, cells[index]])),
    );
    expect(objects).toEqual(Array.isArray(expected) ? expected : [expected]);
    expect(await cellsOf(inPieces(source, [1]))).toEqual([labels, ...rows]);
  });
});
