import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileOf, refusalOf } from '../shared/rows/reading.ts';
import { givenFolder } from './folder.ts';

test.each([
  ['poc-shared-strings.xlsx', 'damaged-file'],
  ['poc-xmlbomb.xlsx', 'damaged-file'],
  ['protected_passtika.xlsx', 'encrypted-file'],
  ['xlsx-corrupted.xlsx', 'damaged-file'],
])('the hostile workbook %s: %s, at once', async (name, code) => {
  const bytes = readFileSync(new URL(`hostile/${name}`, givenFolder));
  const start = performance.now();
  expect((await refusalOf(fileOf(bytes, name)))?.[0]).toBe(code);
  // The promise of the design; it takes a hundredth of that.
  expect(performance.now() - start).toBeLessThan(2000);
});
