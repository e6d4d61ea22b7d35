import { describe, expect, it } from 'vitest';
import { originOf, originPattern } from '../../../extension/settings/address.ts';

describe('address of a server', () => {
  it.each([
    ['https://rowcheck.example.org/', 'https://rowcheck.example.org'],
    [' https://rowcheck.example.org/docs?x#y ', 'https://rowcheck.example.org'],
    ['rowcheck.example.org', 'https://rowcheck.example.org'],
    ['localhost:8787', 'http://localhost:8787'],
    ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['[::1]:8787', 'http://[::1]:8787'],
    ['http://10.0.0.5:80', 'http://10.0.0.5'],
  ])('reads %s', (typed, origin) => {
    expect(originOf(typed)).toBe(origin);
  });

  it.each(['', 'ftp://example.org', 'not an address', 'javascript:alert(1)', 'https://a:b@c.org'])(
    'refuses “%s”',
    (typed) => {
      expect(() => originOf(typed)).toThrow();
    },
  );

  it('asks for that one origin only', () => {
    expect(originPattern('https://rowcheck.example.org/x')).toBe('https://rowcheck.example.org/*');
    expect(originPattern('localhost:8787')).toBe('http://localhost:8787/*');
  });
});
