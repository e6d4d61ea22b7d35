import { expect, test } from 'vitest';
import { readBytes } from '../../../shared/bytes/read.ts';
import { type ByteSource, memorySource } from '../../../shared/bytes/source.ts';
import { detectEncoding, knownEncoding, SAMPLE_SIZE } from '../../../shared/decode/encoding.ts';
import { recogniseSignature } from '../../../shared/decode/signature.ts';
import { streamText } from '../../../shared/decode/stream-text.ts';
import { encode } from '../rows/encode.ts';

async function encodingOf(bytes: Uint8Array): Promise<string | null> {
  const source = memorySource('file.csv', bytes);
  return detectEncoding(source, await readBytes(source, 0, SAMPLE_SIZE));
}

async function textOf(source: ByteSource, encoding: string): Promise<string> {
  let whole = '';
  for await (const { text } of streamText(source, encoding)) whole += text;
  return whole;
}

const german = 'Name;Straße\nMüller;Königsstraße 5 – €\n';

test.each([
  ['utf-8', german, 'utf-8', false],
  ['utf-8', german, 'utf-8', true],
  ['utf-8', 'plain,ascii\n', 'utf-8', false],
  ['windows-1252', german, 'windows-1252', false],
  ['utf-16le', german, 'utf-16le', false],
  ['utf-16le', german, 'utf-16le', true],
  ['utf-16be', german, 'utf-16be', false],
  ['utf-16be', german, 'utf-16be', true],
  ['utf-16le', '氏名,住所\n山田太郎,東京都千代田区\n鈴木,大阪\n', 'utf-16le', false],
])('%s: %j', async (expected, text, encoding, withMark) => {
  const bytes = encode(text, encoding, withMark);
  expect(await encodingOf(bytes)).toBe(expected);
  expect(await textOf(memorySource('file.csv', bytes), expected)).toBe(text);
});

test.each([
  ['utf-8', 'Zoë'],
  ['windows-1252', 'Zoë'],
])('%s, told by the last row of a long file', async (encoding, name) => {
  const text = `${'Ann,Smith,1\n'.repeat(100_000)}${name},Smith,2\n`;
  expect(await encodingOf(encode(text, encoding))).toBe(encoding);
});

test('a UTF-8 character cut by the end of the sample is still UTF-8', async () => {
  for (let pad = 0; pad < 4; pad++) {
    const text = 'x'.repeat(pad) + '😀'.repeat(SAMPLE_SIZE / 4 + 8);
    expect(await encodingOf(encode(text, 'utf-8'))).toBe('utf-8');
  }
});

const people = 'Vorname,Nachname,Ort\n'.concat('Ann,Lee,Bonn\n'.repeat(3000));

test.each([
  ['utf-8', 'First Name,Last Name,Email\nA\0,B,a@x.de'],
  ['utf-8', 'A\0,B\n'],
  ['utf-8', 'A\0;B'],
  ['utf-8', 'Name,Ort\nA\0,B\0,C\0,D\0\nE,F,G,H\n'],
  ['utf-8', people.replace('Ann', 'A\0nn')],
  ['utf-8', people.replaceAll('Lee', 'Lee\0')],
  ['utf-8', `${people}Zoë\0,Lee,Köln\n`],
  ['windows-1252', `${people}Zoë\0,Lee,Köln\n`],
  ['windows-1252', 'Name;Ort\nMüller\0;Köln\nGroß;Bonn\n'],
])('%s with stray NULs: %#', async (encoding, text) => {
  const bytes = encode(text, encoding);
  expect(await encodingOf(bytes)).toBe(encoding);
  expect(await textOf(memorySource('file.csv', bytes), encoding)).toBe(text);
});

test.each([
  'Имя;Фамилия;Город\nАнна;Лебедева;Москва\nОльга;Соловьёва;Тула\n',
  'Όνομα,Πόλη\nΆννα,Αθήνα\n',
  'नाम,शहर\nअनीता शर्मा,दिल्ली\nरवि कुमार,मुंबई\n',
  'નામ,શહેર\nઅનિતા શાહ,અમદાવાદ\nરવિ પટેલ,સુરત\n',
  '이름,도시\n김민준,서울특별시\n이서연,부산광역시\n',
  'なまえ;まち\r\nさくら;おおさか\r\n',
  `姓名,地址,电话\n${'王小明,北京市朝阳区上海路一号下午,13800138000\n'.repeat(500)}`,
])('UTF-16 in any script without a byte order mark: %#', async (text) => {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    expect(await encodingOf(encode(text, encoding))).toBe(encoding);
  }
});

test('bytes that are no text', async () => {
  expect(await encodingOf(Uint8Array.from({ length: 4096 }, (_, at) => (at * 7) % 256))).toBe(null);
});

test('names of encodings', () => {
  expect(knownEncoding('Latin1')).toBe('windows-1252');
  expect(() => knownEncoding('klingon')).toThrow(
    expect.objectContaining({
      issue: { code: 'unknown-encoding', params: { encoding: 'klingon' } },
    }),
  );
});

test.each([
  ['\x89PNG\r\n\x1a\n\0\0', 'a PNG picture'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'a JPEG picture'],
  ['%PDF-1.7\n', 'a PDF document'],
  ['\ufeff  <!DOCTYPE html><html>', 'a web page (HTML)'],
  ['<?xml version="1.0"?><Workbook>', 'an XML file'],
  ['[{"name":"Ann"}]', 'a JSON file'],
  ['BM\x36\0\0\0', 'a BMP picture'],
  ['\xff\xfe\0\0N\0\0\0', 'text in UTF-32; save it as UTF-8 instead'],
  ['\0\0\xfe\xff\0\0\0N', 'text in UTF-32; save it as UTF-8 instead'],
])('%j is %s', (start, name) => {
  const bytes = start.startsWith('\ufeff')
    ? encode(start, 'utf-8')
    : Uint8Array.from(start, (character) => character.charCodeAt(0));
  expect(recogniseSignature(bytes)).toEqual({ kind: 'other', name });
});

test.each(['BMW,Audi\n', 'name,age\n', '<none>,x\n', '[1],b\n', 'MZ,ID\n'])(
  '%j may well be a table',
  (start) => {
    expect(recogniseSignature(encode(start, 'utf-8'))).toEqual({ kind: 'none' });
  },
);
