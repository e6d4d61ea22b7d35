/**
 * How postal codes look, by country: 9 a digit, A a letter, * either; space and hyphen as they are
 * usually written. The facts are those of the Universal Postal Union's addressing data and agree with
 * Google's Address Data Service (libaddressinput), which the tests' samples come from. Countries that
 * are not here have no postal codes, or none that is worth refusing a row for.
 */
const SHAPES: Record<string, string> = {
  '999': 'FO GN IS LS MG PG OM',
  '9999':
    'AF AL AM AT AU BD BE BG CC CH CV CX CY DK ET GE GL GW HM HT HU LI LR LU MD MK MZ NE NF NO NZ PH SI SJ TN VE ZA PY LA',
  '99999':
    'AX BA BL BT CR CU DE DO DZ EE EG EH ES FI FR GF GP GT HN HR ID IL IQ IT JO KE KH KR KW LA LK LT MA MC ME MF MM MN MQ MV MX MY NA NC NI NP PE PF PK PM RE RS SA SD SM SN TH TR TW TZ UA UY VA VN WF XK YT ZM MU',
  '99999-9999': 'AS FM GU MH MP PR PW US VI UM',
  '999 99': 'CZ GR SE SK',
  '999999': 'BY CN CO EC IN KG KH KZ NG RO RS RU SG TJ TM UZ VN TW AM',
  '9999999': 'CL IL',
  '99-999': 'PL',
  '9999-999': 'PT',
  '999-9999': 'JP CR',
  '99999-999': 'BR',
  '99999-99999': 'IR',
  '9999 AA': 'NL',
  'A9A 9A9': 'CA',
  'A9 9AA': 'GB',
  'A99 9AA': 'GB',
  'AA9 9AA': 'GB GG IM JE',
  'AA99 9AA': 'GB GG IM JE GI',
  'A9A 9AA': 'GB',
  'AA9A 9AA': 'GB',
  'AAA 9AA': 'GB',
  'AAAA 9AA': 'AC FK GS IO PN SH TA TC',
  'A** ****': 'IE',
  AA999: 'AD',
  AA9999: 'VC VG BN',
  AA99999: 'BB SO',
  'AA99 99': 'BM',
  'AA **': 'BM',
  A999: 'SZ',
  A9999: 'AR',
  A9999AAA: 'AR',
  AAA9999: 'MT',
  AAA99: 'MT',
  AAA999: 'MT',
  'AA9-9999': 'KY',
  '9999 9999': 'LB',
  'LV-9999': 'LV',
  'AI-9999': 'AI',
  '999 ': 'TW BH MU',
};

/** Shapes beside the first ones: the short form of a longer code, or an older one still in use. */
const ALSO: Record<string, string[]> = {
  US: ['99999'],
  AS: ['99999'],
  FM: ['99999'],
  GU: ['99999'],
  MH: ['99999'],
  MP: ['99999'],
  PR: ['99999'],
  PW: ['99999'],
  VI: ['99999'],
  UM: ['99999'],
  LB: ['9999'],
  LV: ['9999'],
  AI: ['9999'],
  AR: ['9999'],
  BH: ['9999'],
  CR: ['9999'],
  TZ: ['9999'],
  MU: ['999AA999'],
};

interface Shape {
  /** As it is written, for examples. */
  written: string;
  /** Without spaces and hyphens, for comparing. */
  bare: string;
}

let shapes: Map<string, Shape[]> | null = null;

function shapesOf(country: string): Shape[] | undefined {
  if (!shapes) {
    shapes = new Map();
    const add = (code: string, written: string): void => {
      const shape = { written: written.trim(), bare: written.replace(/[ -]/g, '') };
      const known = shapes?.get(code);
      if (known) known.push(shape);
      else shapes?.set(code, [shape]);
    };
    for (const [code, also] of Object.entries(ALSO)) for (const written of also) add(code, written);
    for (const [written, codes] of Object.entries(SHAPES)) {
      for (const code of codes.split(' ')) add(code, written);
    }
  }
  return shapes.get(country);
}

function fits(bare: string, shape: string): boolean {
  if (bare.length !== shape.length) return false;
  for (let at = 0; at < bare.length; at++) {
    const code = bare.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    const isLetter = code >= 0x41 && code <= 0x5a;
    const wanted = shape.charCodeAt(at);
    if (wanted === 0x39) {
      if (!isDigit) return false;
    } else if (wanted === 0x2a) {
      if (!isDigit && !isLetter) return false;
    } else if (wanted === 0x41) {
      if (!isLetter) return false;
    } else if (wanted !== code) {
      return false;
    }
  }
  return true;
}

/** Upper case, without spaces and hyphens, and without the country put in front as in D-10115. */
function bareCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/^[A-Z]{1,3}[- ](?=\d{3,})/, '')
    .replace(/[\s\-–]+/g, '');
}

/**
 * Whether a text can be a postal code of a country (ISO 3166-1 alpha-2). Without a country, or in one
 * whose codes are not known here, anything short with a letter or digit in it can.
 */
export function isPostalCode(text: string, country: string | null): boolean {
  const known = country === null ? undefined : shapesOf(country);
  if (!known) return text.length <= 12 && /[\p{L}\p{N}]/u.test(text);
  const bare = bareCode(text);
  if (known.some((shape) => fits(bare, shape.bare))) return true;
  // A code whose letters are always the same, with the letters left as they stand: LV-1010.
  const squeezed = text.toUpperCase().replace(/[\s\-–]+/g, '');
  return known.some((shape) => fits(squeezed, shape.bare));
}

/** What a postal code of the country looks like, or null where none is known. */
export function postalCodeExample(country: string): string | null {
  const shape = shapesOf(country)?.[0]?.written;
  if (!shape) return null;
  let digit = 0;
  return shape.replace(/9/g, () => String((digit++ % 9) + 1)).replace(/\*/g, 'X');
}

/**
 * The code with the zeros in front that a spreadsheet program took from it, or null. Safe where all
 * codes of the country have the same number of digits and one or two are missing.
 */
export function restoredZeros(text: string, country: string): string | null {
  const known = shapesOf(country);
  if (!known || !/^\d+$/.test(text)) return null;
  const lengths = new Set(
    known.filter((shape) => /^9+$/.test(shape.bare)).map((s) => s.bare.length),
  );
  const length = country === 'US' ? 5 : lengths.size === 1 ? [...lengths][0] : undefined;
  if (length === undefined || text.length >= length || text.length < length - 2) return null;
  return text.padStart(length, '0');
}
