import { expect, test } from 'vitest';
import { createLog } from '../../../server/http/log.ts';

test('one JSON object a line, errors by their kind and place, never by their message', () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date(0),
  );
  const cause = Object.assign(new Error('Key (email)=(ada@example.com) already exists'), {
    code: '23505',
  });
  log.info('started', { port: 8787 });
  log.error('request-failed', new TypeError('bad cell "ada@example.com"', { cause }), { row: 3 });
  expect(lines.every((line) => !line.includes('\n'))).toBe(true);
  const [started, failed] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(started).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    level: 'info',
    event: 'started',
    port: 8787,
  });
  expect(failed).toMatchObject({
    level: 'error',
    row: 3,
    error: { name: 'TypeError', cause: { name: 'Error', code: '23505' } },
  });
  expect(lines.join()).toContain('log.test.ts');
  expect(lines.join()).not.toContain('ada@example.com');
});

test('an error whose message has lines of its own leaves none of them', () => {
  const lines: string[] = [];
  createLog((line) => lines.push(line)).error('x', new Error('a\n    at secret cell\nb'));
  expect(lines.join()).not.toContain('secret cell');
});
