import { describe, expect, test } from 'vitest';
import { commonDate, dayOf, onlyReading, writtenDate } from '../../../shared/cells/date.ts';
import { compilePattern } from '../../../shared/cells/strptime.ts';

describe('a date that reads in one way only', () => {
  test.each([
    ['2026-06-26', '2026-06-26'],
    ['2026/6/26', '2026-06-26'],
    ['2026.06.26', '2026-06-26'],
    ['20260626', '2026-06-26'],
    ['26.6.2026', '2026-06-26'],
    ['26. 6. 2026', '2026-06-26'],
    ['26/06/26', '2026-06-26'],
    ['06-26-2026', '2026-06-26'],
    ['5/5/2026', '2026-05-05'],
    ['26 Jun 2026', '2026-06-26'],
    ['26-Jun-26', '2026-06-26'],
    ['26. Juni 2026', '2026-06-26'],
    ['1. März 1999', '1999-03-01'],
    ['June 26, 2026', '2026-06-26'],
    ['June 26th, 2026', '2026-06-26'],
    ['1er août 2026', '2026-08-01'],
    ['26 de junio de 2026', '2026-06-26'],
    ['2026-06-26 10:30', '2026-06-26'],
    ['2026-06-26T10:30:00Z', '2026-06-26'],
    ['26/06/2026 10:30 PM', '2026-06-26'],
    ['29.02.2024', '2024-02-29'],
  ])('%s', (text, iso) => {
    expect(onlyReading(text)).toBe(iso);
  });

  test.each(['03/04/2026', '29.02.2023', '31/04/2026', '13/13/2026', '2026-00-10', '0000-01-01'])(
    '%s is none',
    (text) => {
      expect(onlyReading(text)).toBeNull();
    },
  );

  test.each([
    '',
    'soon',
    '12',
    '1/2',
    '1/2/3/4',
    '1.2.3.4',
    '26-06.2026',
    '2026-06-26 abc',
    '45123',
  ])('%j is not even written like a date', (text) => {
    expect(writtenDate(text)).toBeNull();
  });

  test('two digits of a year are of this century up to 29, as in Excel', () => {
    expect(onlyReading('26/06/29')).toBe('2029-06-26');
    expect(onlyReading('26/06/30')).toBe('1930-06-26');
  });
});

test('the short way for common dates never differs from the long one', () => {
  let answered = 0;
  for (const order of ['day-first', 'month-first'] as const) {
    for (const mark of ['.', '/', '-']) {
      for (let first = 0; first <= 33; first++) {
        for (let second = 0; second <= 33; second++) {
          const two = (part: number): string => String(part).padStart(2, '0');
          const text = `${two(first)}${mark}${two(second)}${mark}2023`;
          const common = commonDate(text, order);
          const date = writtenDate(text);
          const verdict = date && dayOf(date, order);
          const long = verdict && !('fault' in verdict) ? verdict.iso : null;
          expect([text, common]).toEqual([text, long]);
          if (common) answered++;
        }
      }
    }
  }
  expect(answered).toBe(365 * 6);
  for (const text of ['2a.06.2026', '26.06.20x6', '26.06/2026', '26.06.026', '26,06,2026']) {
    expect(commonDate(text, 'day-first')).toBeNull();
  }
});

describe('a pattern of a schema', () => {
  test.each([
    ['%d/%m/%Y', '26/06/2026', '2026-06-26'],
    ['fmt:%Y%m%d', '20260626', '2026-06-26'],
    ['%d.%m.%y', '26.06.26', '2026-06-26'],
    ['%B %d, %Y', 'June 26, 2026', '2026-06-26'],
    ['%Y', '2026', '2026-01-01'],
  ])('%s reads %s', (pattern, text, date) => {
    expect(compilePattern(pattern)(text)?.date).toBe(date);
  });

  test('what does not fit, or is no day, is not read', () => {
    const read = compilePattern('%d/%m/%Y %I:%M %p');
    expect(read('26/06/2026 10:30 PM')).toEqual({ date: '2026-06-26', time: '22:30:00' });
    expect(read('31/06/2026 10:30 PM')).toBeNull();
    expect(read('26/06/2026 13:30 PM')).toBeNull();
    expect(read('26.06.2026 10:30 PM')).toBeNull();
  });
});
