import { expect, test } from 'vitest';
import {
  ago,
  bytes,
  bytesOf,
  counted,
  duration,
  moment,
  number,
  percent,
  remaining,
} from '../../../extension/text/format.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Sunday, in the zone of whoever runs this. */
const NOW = new Date(2026, 10, 22, 14, 2).getTime();

test('numbers have their thousands apart', () => {
  expect(number(4_987_654)).toBe('4,987,654');
  expect(counted(1, 'row', 'rows')).toBe('1 row');
  expect(counted(0, 'row', 'rows')).toBe('0 rows');
});

test.each([
  [0, '0%'],
  [0.001, '1%'],
  [0.412, '41%'],
  [0.999, '99%'],
  [1, '100%'],
])('%d is said as %s: never done before it is', (share, said) => {
  expect(percent(share)).toBe(said);
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1,023 bytes'],
  [1024, '1 KB'],
  [1536, '1.5 KB'],
  [136_000_000, '130 MB'],
  [3 * 1024 ** 3, '3 GB'],
])('%d bytes are %s', (size, said) => {
  expect(bytes(size)).toBe(said);
});

test('two sizes share the unit of the whole', () => {
  expect(bytesOf(44_000_000, 136_000_000)).toBe('42 of 130 MB');
  expect(bytesOf(1024, 1536)).toBe('1.0 of 1.5 KB');
  expect(bytesOf(0, 136_000_000)).toBe('0 of 130 MB');
});

test.each([
  [0, 'now'],
  [59 * SECOND, 'now'],
  [2 * MINUTE, '2 min'],
  [HOUR, '1 h'],
  [5 * DAY, 'Tue'],
  [30 * DAY, '23 Oct'],
  [400 * DAY, '18 Oct 2025'],
])('%d ms ago is %s', (passed, said) => {
  expect(ago(NOW - passed, NOW)).toBe(said);
});

test.each([
  [0, 'today 14:02'],
  [DAY, 'yesterday 14:02'],
  [8 * DAY, '14 Nov 2026, 14:02'],
])('%d ms ago was %s', (passed, said) => {
  expect(moment(NOW - passed, NOW)).toBe(said);
});

test.each([
  [3, '0.1 s'],
  [1234, '1.2 s'],
  [12_345, '12 s'],
  [200 * SECOND, '3 min 20 s'],
  [2 * HOUR, '2 h'],
  [2 * HOUR + 5 * MINUTE, '2 h 5 min'],
])('%d ms took %s', (took, said) => {
  expect(duration(took)).toBe(said);
});

test.each([
  [900, 'a few seconds'],
  [38_000, 'about 40 s'],
  [200 * SECOND, 'about 3 min'],
  [2 * HOUR, 'about 2 h'],
])('%d ms still to pass are %s', (left, said) => {
  expect(remaining(left)).toBe(said);
});
