import { expect, test } from 'vitest';
import { createAttempts } from '../../../server/http/attempts.ts';

test('an address waits until its minute is over, others do not', () => {
  let time = 0;
  const attempts = createAttempts({ limit: 2, now: () => time });
  attempts.failed('a');
  expect(attempts.waitFor('a')).toBe(0);
  time = 20_000;
  attempts.failed('a');
  expect([attempts.waitFor('a'), attempts.waitFor('b')]).toEqual([40, 0]);
  time = 59_999;
  expect(attempts.waitFor('a')).toBe(1);
  time = 60_000;
  expect(attempts.waitFor('a')).toBe(0);
  attempts.failed('a');
  expect(attempts.waitFor('a')).toBe(0);
});

test('the oldest of very many addresses is forgotten first', () => {
  const attempts = createAttempts({ limit: 1, now: () => 0 });
  for (let n = 0; n <= 10_000; n += 1) attempts.failed(`address ${n}`);
  expect(attempts.waitFor('address 0')).toBe(0);
  expect(attempts.waitFor('address 1')).toBe(60);
  expect(attempts.waitFor('address 10000')).toBe(60);
});
