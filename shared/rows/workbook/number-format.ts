import { xmlTags } from './xml-tags.ts';

/** What a number format makes of a number, as far as it matters what the number means. */
export type NumberFormat =
  | { kind: 'number' }
  | { kind: 'date' | 'date-time' | 'time' | 'elapsed' }
  /** Digits in fixed places, as of postal codes: `00000`, `000-00-0000`. */
  | { kind: 'mask'; mask: string };

export const PLAIN: NumberFormat = { kind: 'number' };

/** Built-in formats that show dates and times (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: readonly [
  first: number,
  last: number,
  kind: 'date' | 'date-time' | 'time' | 'elapsed',
][] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date-time'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'elapsed'],
  [47, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

/** The number format of each cell style, by its index, from a workbook's `styles.xml`. */
export function readCellFormats(stylesXml: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isInCellFormats = false;
  for (const { name, attributes } of xmlTags(stylesXml)) {
    if (name === 'cellXfs') isInCellFormats = true;
    const id = Number(attributes.get('numFmtId') ?? 0);
    // Further down, formats for conditional formatting reuse the numbers.
    if (name === 'numFmt' && !isInCellFormats) codes.set(id, attributes.get('formatCode') ?? '');
    if (name === 'xf' && isInCellFormats) formats.push(formatOf(id, codes.get(id)));
  }
  return formats;
}

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return readFormatCode(code);
  const builtIn = BUILT_IN.find(([first, last]) => id >= first && id <= last);
  return builtIn ? { kind: builtIn[2] } : PLAIN;
}

/** What a format code means, told by its section for positive numbers. */
function readFormatCode(code: string): NumberFormat {
  const section = /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/.exec(code)?.[0] ?? '';
  const elapsed = /\[(h+|m+|s+)\]/i.test(section);
  const bare = section.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '');
  if (/^general$/i.test(bare.trim()) || bare.includes('@')) return PLAIN;
  if (elapsed) return { kind: 'elapsed' };

  const letters = bare.replace(/am\/pm|a\/p/gi, 'h').toLowerCase();
  const hasTime = /[hs]/.test(letters);
  const hasDate = /[yd]/.test(letters) || (/m/.test(letters) && !hasTime);
  if (hasDate) return { kind: hasTime ? 'date-time' : 'date' };
  if (hasTime) return { kind: 'time' };

  const mask = section.replace(/\[[^\]]*\]/g, '').replace(/"([^"]*)"|\\(.)/g, '$1$2');
  return /^[-0/() ]+$/.test(mask) && /0.*0/.test(mask) ? { kind: 'mask', mask } : PLAIN;
}
