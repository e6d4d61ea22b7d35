import { expect, test } from 'vitest';
import { UniqueIndex } from '../../../shared/rules/unique-index.ts';

test('names the first row of a key, through every growth of the table', () => {
  const index = new UniqueIndex();
  const count = 200_000;
  const wrong: number[] = [];
  for (let n = 0; n < count; n++) {
    if (index.firstRow(`key ${n}`, n + 2) !== 0) wrong.push(n);
  }
  for (let n = 0; n < count; n++) {
    if (index.firstRow(`key ${n}`, 9_999_999) !== n + 2) wrong.push(n);
  }
  expect(wrong).toEqual([]);
  expect(index.firstRow('another', 1)).toBe(0);
});

test('tells keys apart that differ in order, length and case', () => {
  const index = new UniqueIndex();
  for (const key of ['', 'ab', 'ba', 'a', 'A', 'a\u0000', '\u0000a', 'é', 'e']) {
    expect(index.firstRow(key, 5)).toBe(0);
    expect(index.firstRow(key, 6)).toBe(5);
  }
});
