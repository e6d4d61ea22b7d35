import { expect, test } from 'vitest';
import { fileOf, refusalOf } from './reading.ts';

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
