import examples from 'libphonenumber-js/examples.mobile.json';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { commonShape, judgePhoneText } from '../../../shared/cells/phone.ts';

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('the short way never differs from libphonenumber', () => {
  test('international numbers of random calling codes, lengths and marks', () => {
    const next = random(1);
    const digits = (count: number): string =>
      Array.from({ length: count }, () => Math.floor(next() * 10)).join('');
    let answered = 0;
    for (let round = 0; round < 20_000; round++) {
      const mark = [' ', '-', '.', ''][Math.floor(next() * 4)] as string;
      const text = `+${1 + Math.floor(next() * 9)}${digits(2)}${mark}${digits(3)}${mark}${digits(1 + Math.floor(next() * 8))}`;
      const common = commonShape(text, null);
      if (common === null) continue;
      answered++;
      const phone = parsePhoneNumberFromString(text, { extract: false });
      expect([text, phone?.isPossible(), phone?.number]).toEqual([text, true, common]);
    }
    expect(answered).toBeGreaterThan(3_000);
  });

  test('numbers of every country, national and international, whole and cut', () => {
    let answered = 0;
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples);
      if (!example) continue;
      for (const text of [
        example.formatInternational(),
        example.formatNational(),
        example.number,
        example.nationalNumber,
        example.formatNational().slice(0, -1),
        `${example.formatNational()}0`,
      ]) {
        const common = commonShape(text, country);
        if (common === null) continue;
        answered++;
        const phone = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
        expect([country, text, phone?.isPossible(), phone?.number]).toEqual([
          country,
          text,
          true,
          common,
        ]);
      }
    }
    expect(answered).toBeGreaterThan(500);
  });
});

test.each([
  ['030 901820', 'DE', '+4930901820'],
  ['(212) 736-5000', 'US', '+12127365000'],
  ['+49 (0)30 901820', null, '+4930901820'],
  ['0049 30 901820', 'DE', '+4930901820'],
  ['0049 30 901820', null, '+4930901820'],
  ['011 49 30 901820', 'US', '+4930901820'],
  ['06 6982 1234', 'IT', '+390669821234'],
  ['tel:+49-30-901820', null, '+4930901820'],
  ['+1 212 736 5000 ext. 12', null, '+12127365000 ext. 12'],
  // Nobody knows which country: it stays as it is written.
  ['030 901820', null, '030 901820'],
])('%s of %s is %s', (text, country, number) => {
  expect(judgePhoneText(text, country)).toEqual({ number });
});

test.each([
  ['12', 'FR', 'too-short'],
  ['+49 3', null, 'too-short'],
  ['1234', null, 'too-short'],
  ['1234567890123456', null, 'too-long'],
  ['+999 12345678', null, 'unknown-country'],
  ['n/a', 'DE', 'not-a-number'],
  ['1-800-FLOWERS', 'US', 'not-a-number'],
])('%s of %s is no number: %s', (text, country, fault) => {
  expect(judgePhoneText(text, country)).toMatchObject({ fault });
});
