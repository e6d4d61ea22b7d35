import { describe, expect, test } from 'vitest';
import { countryCode } from '../../../shared/cells/country.ts';
import {
  isPostalCode,
  postalCodeExample,
  restoredZeros,
} from '../../../shared/cells/postal-code.ts';

describe('postal codes', () => {
  test.each([
    ['DE', ['10115', 'D-10115', '01067'], ['1011', '101155', 'ABCDE']],
    ['AT', ['1010', 'A-1010'], ['10100']],
    ['US', ['94105', '94105-1234', '94105 1234'], ['9410', 'ABCDEFGH']],
    ['GB', ['SW1A 1AA', 'sw1a1aa', 'M1 1AE', 'WC2N 5HR', 'B33 8TH'], ['SW1', '12345']],
    ['CA', ['K1A 0B1', 'k1a0b1'], ['K1A', '123456']],
    ['NL', ['1016 BR', '1016BR'], ['1016', 'BR 1016']],
    ['IE', ['D02 XE80', 'A65F4E2'], ['D02']],
    ['PL', ['00-029', '00029'], ['0002']],
    ['PT', ['1100-053'], ['1100']],
    ['JP', ['100-0005', '1000005'], ['100']],
    ['BR', ['01310-100'], ['0131']],
    ['SE', ['111 51', '11151', 'SE-111 51'], ['1115']],
    ['LV', ['LV-1010', '1010'], ['LV-101']],
    ['MT', ['VLT 1117'], ['1117']],
    ['IN', ['110001'], ['11001']],
    ['AD', ['AD500'], ['500AD']],
  ])('of %s', (country, good, bad) => {
    for (const code of good) expect([code, isPostalCode(code, country)]).toEqual([code, true]);
    for (const code of bad) expect([code, isPostalCode(code, country)]).toEqual([code, false]);
    expect(isPostalCode(postalCodeExample(country) ?? '', country)).toBe(true);
  });

  test('of a country without known codes, or of none, are only looked at for sense', () => {
    expect(isPostalCode('00000', 'AE')).toBe(true);
    expect(isPostalCode('AB 12', null)).toBe(true);
    expect(isPostalCode('--', null)).toBe(false);
  });

  test('get the zeros back that a spreadsheet program took', () => {
    expect(restoredZeros('1067', 'DE')).toBe('01067');
    expect(restoredZeros('2139', 'US')).toBe('02139');
    expect(restoredZeros('12', 'DE')).toBeNull();
    expect(restoredZeros('101', 'AT')).toBe('0101');
    expect(restoredZeros('101155', 'DE')).toBeNull();
    expect(restoredZeros('1115', 'GB')).toBeNull();
  });
});

test.each([
  ['DE', 'DE'],
  ['deu', 'DE'],
  ['germany', 'DE'],
  ['ALLEMAGNE', 'DE'],
  ['Alemania', 'DE'],
  ['UK', 'GB'],
  ['United States', 'US'],
  ['USA', 'US'],
  ['Österreich', 'AT'],
  ['Osterreich', 'AT'],
  ['Bosnia and Herzegovina', 'BA'],
  ['St. Lucia', 'LC'],
  ['Saint Lucia', 'LC'],
  ['Türkiye', 'TR'],
  ['Turkey', 'TR'],
  ['Holland', 'NL'],
  ['CH - Switzerland', 'CH'],
  ['Germany / France', ''],
  ['Atlantis', ''],
])('%s is %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});
