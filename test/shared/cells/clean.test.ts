import { expect, test } from 'vitest';
import { hasInvisible, withoutInvisible } from '../../../shared/cells/clean.ts';

test.each([
  ['A\0', 'A', 'NUL character'],
  ['\0 A\x01 ', 'A', 'NUL character, control character'],
  ['a\u200bb', 'ab', 'zero-width space'],
])('%j is cleaned to %j', (text, cleaned, removed) => {
  expect(hasInvisible(text)).toBe(true);
  expect(withoutInvisible(text)).toEqual({ text: cleaned, removed });
});
