import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cellsOf, fileOf, inPieces } from './reading.ts';

const folder = new URL('../../../../shared/data/csv-spectrum/', import.meta.url);
const names = existsSync(folder)
  ? readdirSync(new URL('csvs/', folder)).map((file) => basename(file, '.csv'))
  : [];

describe.skipIf(names.length === 0)('csv-spectrum (skipped without ../shared/data)', () => {
  test.each(names)('%s', async (name) => {
    const bytes = readFileSync(new URL(`csvs/${name}.csv`, folder));
    let json = readFileSync(new URL(`json/${name}.json`, folder), 'utf8');
    // A checkout that turned the file's CRLF into LF has lost them in the cells, too.
    if (!bytes.includes(13)) json = json.replaceAll('\\r\\n', '\\n');

    const source = fileOf(bytes, `${name}.csv`);
    const [labels = [], ...rows] = await cellsOf(source);
    const objects = rows.map((cells) =>
      Object.fromEntries(labels.map((label, index) => [label, cells[index]])),
    );
    const expected: unknown = JSON.parse(json);
    expect(objects).toEqual(Array.isArray(expected) ? expected : [expected]);
    expect(await cellsOf(inPieces(source, [1]))).toEqual([labels, ...rows]);
  });
});
