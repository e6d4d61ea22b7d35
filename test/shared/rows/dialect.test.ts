import { expect, test } from 'vitest';
import { detectDialect } from '../../../shared/rows/delimited/detect-dialect.ts';

const delimiterOf = (text: string, name = 'file.csv') => detectDialect(text, true, name).delimiter;

test.each([
  [',', 'a,b,c\n1,2,3\n'],
  [';', 'Name;Preis;Menge\nA;1,50;2,00\nB;2,50;3,25\n'],
  [';', 'Name;Preis, EUR;Menge, kg\nA;1,50;2,00\nB;2,50;3,25\n'],
  [';', '"Name";"Notiz"\n"Müller";"a, b, c"\n"Maier";"d"\n'],
  ['\t', 'name\tnote\nAnn\tone, two\nBob\tthree, four; five\n'],
  ['|', 'name|note|tags\nAnn|x, y|a;b\nBob|z, w|c;d\n'],
  [',', '"name","tags"\n"Ann","a;b;c"\n"Bob","d;e;f"\n'],
  [',', 'Contacts of 2026\n\nname,mail,phone\nAnn,a@b.c,1\nBob,b@b.c,2\nEve,e@b.c,3\n'],
  [',', 'name\nAnn\nBob\n'],
  [',', 'note\n"one; two"\n"three; four"\n'],
  [';', 'sep=;\na;b\n1,5;2,5\n'],
])('%j in %j', (delimiter, text) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

test('the extension speaks for tabs where nothing else does', () => {
  expect(delimiterOf('name\nAnn\n', 'list.tsv')).toBe('\t');
  expect(delimiterOf('a,b\n1,2\n', 'list.tsv')).toBe(',');
});

test.each([
  ['\n', 'a,b\n1,2\n'],
  ['\r\n', 'a,b\r\n1,2\r\n'],
  ['\r', 'a,b\r1,2\r'],
  ['\r\n', 'a,b\r\n"x\ny\nz",2\r\n3,4\r\n'],
  ['\r\n', 'a,b\r\n1,2\r'],
])('line end %j of %j', (newline, text) => {
  expect(detectDialect(text, false, 'file.csv').newline).toBe(newline);
});
