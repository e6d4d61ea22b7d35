import { describe, expect, it } from 'vitest';
import { storableJson, storableText } from '../../../server/store/storable.ts';

describe('JSON for the database', () => {
  it.each([
    ['plain text', 'Jörg "J" \\ 😀', 'Jörg "J" \\ 😀'],
    ['NUL', 'a\0b', 'a\uFFFDb'],
    ['half a surrogate pair', 'a\ud83d', 'a\uFFFD'],
    ['the other half', '\ude00b', '\uFFFDb'],
    ['text that only looks like an escape', '\\u0000', '\\u0000'],
  ])('keeps %s as far as it can be kept', (_what, text, kept) => {
    expect(JSON.parse(storableJson({ deep: [text] }))).toEqual({ deep: [kept] });
    expect(storableText(text)).toBe(kept);
  });
});
