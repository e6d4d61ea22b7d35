import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOf, refusalOf } from './reading.ts';

const folder = new URL('../../../../shared/data/hostile/', import.meta.url);

describe.skipIf(!existsSync(folder))('hostile workbooks (skipped without ../shared/data)', () => {
  test.each([
    ['poc-shared-strings.xlsx', 'damaged-file'],
    ['poc-xmlbomb.xlsx', 'damaged-file'],
    ['protected_passtika.xlsx', 'encrypted-file'],
    ['xlsx-corrupted.xlsx', 'damaged-file'],
  ])('%s: %s, at once', async (name, code) => {
    const bytes = readFileSync(new URL(name, folder));
    const start = performance.now();
    expect((await refusalOf(fileOf(bytes, name)))?.[0]).toBe(code);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('an old Excel workbook', async () => {
  const bytes = new Uint8Array(512 * 3);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes[30] = 9;
  for (const [at, letter] of [...'Workbook'].entries()) bytes[512 + at * 2] = letter.charCodeAt(0);
  expect(await refusalOf(fileOf(bytes, 'old.xls'))).toEqual([
    'wrong-file-type',
    { detected: 'an old Excel workbook (.xls)' },
  ]);
});
