import { COUNTRY_LINES } from './country-names.ts';
import { rememberRepeats } from './repeats.ts';

/** Names that people write and CLDR does not list. */
const OTHER_NAMES: Record<string, string> = {
  GB: 'uk|great britain|england|scotland|wales|northern ireland|grossbritannien|grande bretagne|gran bretana|united kingdom of great britain and northern ireland',
  US: 'u.s.|u.s.a.|united states of america|america|vereinigte staaten von amerika|etats unis d amerique|ee.uu.|eeuu|estados unidos de america',
  NL: 'holland|the netherlands',
  CZ: 'czech republic|tschechische republik|republique tcheque|republica checa',
  KR: 'korea|republic of korea|sudkorea',
  RU: 'russian federation|russische foderation',
  CN: 'peoples republic of china|pr china|prc',
  TR: 'turkey|turkiye',
  CI: 'ivory coast|cote d ivoire|elfenbeinkuste',
  VN: 'viet nam',
  AE: 'uae|emirates',
  BO: 'plurinational state of bolivia',
  IR: 'islamic republic of iran',
  SY: 'syrian arab republic',
  TW: 'taiwan, province of china',
  VE: 'bolivarian republic of venezuela',
  TZ: 'united republic of tanzania',
  MD: 'republic of moldova',
  LA: 'lao peoples democratic republic',
  BN: 'brunei darussalam',
  MK: 'macedonia',
  SZ: 'swaziland',
  CV: 'cape verde',
  MM: 'burma',
  HK: 'hong kong',
  MO: 'macau',
  PS: 'palestine',
  VA: 'vatican|holy see',
};

/** A name without accents, case and punctuation; “and” for “&”, saint for st. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bst\b/g, 'saint')
    .trim();
}

let table: Map<string, string> | null = null;

function countries(): Map<string, string> {
  if (table) return table;
  table = new Map();
  for (const line of COUNTRY_LINES.trim().split('\n')) {
    const code = line.slice(0, 2);
    table.set(code.toLowerCase(), code);
    table.set(line.slice(3, 6).toLowerCase(), code);
    const names = `${line.slice(7)}|${OTHER_NAMES[code] ?? ''}`;
    for (const name of names.split('|')) {
      if (name !== '') table.set(plain(name), code);
    }
  }
  return table;
}

/** ISO 3166-1 alpha-2 code of a country's code or name in several languages; `''` when it is none. */
export const countryCode = rememberRepeats((text: string): string => {
  const known = countries().get(plain(text));
  if (known) return known;
  // “Germany (DE)”, “DE - Germany”: the code is the answer when the rest agrees with it.
  const parts = text.split(/[()\-–,/]+/).map((part) => countries().get(plain(part)));
  const found = new Set(parts.filter((code) => code !== undefined));
  return found.size === 1 && parts.length <= 3 ? ([...found][0] ?? '') : '';
});

/** All country names and codes, for suggestions. */
export function countryNames(): string[] {
  return COUNTRY_LINES.trim()
    .split('\n')
    .map((line) => line.slice(7).split('|')[0] ?? '');
}
