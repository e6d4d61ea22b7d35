import { describe, expect, test } from 'vitest';
import { tableOf } from '../../../extension/pages/home/table-paste.ts';
import { connectLinkOf } from '../../../extension/pages/options/connect-link.ts';

describe('a paste', () => {
  const paste = (text: string, files: File[] = []) =>
    tableOf({ files, getData: (type) => (type === 'text/plain' ? text : '') });

  test('of a file is that file, whatever text comes with it', () => {
    const file = new File(['a'], 'a.csv');
    expect(paste('a\tb\n1\t2', [file])).toEqual({ file });
  });

  test.each(['a\tb', 'a;b\n1;2', 'Name\r\nAna\r\n', 'a\rb'])('of %j is a table', (text) => {
    expect(paste(text)).toEqual({ text });
  });

  test.each(['', 'ana@example.com', 'one line\n', '  \n\n'])('of %j is none', (text) => {
    expect(paste(text)).toBeNull();
  });
});

describe('a connect link', () => {
  const link = { address: 'http://127.0.0.1:8484', token: 'rc_a+b/c=' };
  const query = `connect=${encodeURIComponent(link.address)}&token=${encodeURIComponent(link.token)}`;

  test.each([`#${query}`, query, `chrome-extension://abc/options.html#${query}`, ` ${query}\n`])(
    '%s is read',
    (text) => {
      expect(connectLinkOf(text)).toEqual(link);
    },
  );

  test.each([
    '',
    '#/',
    'http://127.0.0.1:8484',
    'connect=',
    '#connect=http://x',
    '#token=abc',
    'reconnect=a&token=b',
  ])('%s is none', (text) => {
    expect(connectLinkOf(text)).toBeNull();
  });
});
