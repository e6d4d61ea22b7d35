import { describe, expect, test } from 'vitest';
import { commonNumber, markProvedBy, plainNumber, styleOf } from '../../../shared/cells/number.ts';

function read(text: string, mark: '.' | ',', bare = false): number | string {
  const plain = plainNumber(text, styleOf(mark, bare));
  return typeof plain === 'string' ? plain : Number(plain.digits);
}

describe('with a decimal point', () => {
  test.each<[string, number | string]>([
    ['1234.56', 1234.56],
    ['1,234.56', 1234.56],
    ['1,234,567', 1234567],
    ['12,34,567', 1234567],
    ["1'234.5", 1234.5],
    ['1 234', 1234],
    ['-5', -5],
    ['−5', -5],
    ['1.5E+3', 1500],
    ['$1,234.50', 1234.5],
    ['€ 12', 12],
    ['12 €', 12],
    ['USD 12.5', 12.5],
    ['12.5 USD', 12.5],
    ['-$5', -5],
    ['(5)', -5],
    ['12 %', 12],
    ['1,23', 'groups'],
    ['1,2345', 'groups'],
    ['1.2.3', 'groups'],
    ['twelve', 'unreadable'],
    ['', 'unreadable'],
    ['$', 'unreadable'],
  ])('%s', (text, value) => {
    expect(read(text, '.')).toBe(value);
  });
});

describe('with a decimal comma', () => {
  test.each<[string, number | string]>([
    ['1234,56', 1234.56],
    ['1.234,56', 1234.56],
    ['12.000,5', 12000.5],
    ['980,00', 980],
    ['1.234', 1234],
    ['12,-', 12],
    ['7.50.0', 'groups'],
    ['1.23', 'groups'],
  ])('%s', (text, value) => {
    expect(read(text, ',')).toBe(value);
  });
});

test('a bare number has nothing around it', () => {
  expect(read('$5', '.', true)).toBe('unreadable');
  expect(read('5 %', '.', true)).toBe('unreadable');
});

test.each([
  ['12', null],
  ['text', null],
  ['1.5', '.'],
  ['1,5', ','],
  ['0,125', ','],
  ['1234,567', ','],
  ['1,234', 'both'],
  ['1.234', 'both'],
  ['1.234.567', ','],
  ['1,234,567', '.'],
  ['1.234,56', ','],
  ['€ 1,234.56', '.'],
])('%s proves %s', (text, mark) => {
  expect(markProvedBy(text)).toBe(mark);
});

test('the short way for common numbers never differs from the long one', () => {
  const marks = ['', '.', ',', '-', '1', '12', '123', '234', '0', '00', '9999'];
  let answered = 0;
  let seed = 7;
  const pick = (): string => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return marks[(seed >>> 8) % marks.length] as string;
  };
  for (let round = 0; round < 50_000; round++) {
    const text = [pick(), pick(), pick(), pick(), pick(), pick()].join('');
    for (const mark of ['.', ','] as const) {
      const common = commonNumber(text, mark.charCodeAt(0), mark === '.' ? 0x2c : 0x2e);
      if (Number.isNaN(common)) continue;
      answered++;
      if (read(text, mark) !== common)
        expect([text, mark, common]).toEqual([text, mark, read(text, mark)]);
    }
  }
  expect(answered).toBeGreaterThan(5_000);
});
