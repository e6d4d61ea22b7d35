import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  ParseError,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/min';
import type { PhoneFault } from '../issues/issue.ts';

/** A number as it is stored, or what is wrong with what was written. */
export type PhoneVerdict =
  | { readonly number: string }
  | { readonly fault: PhoneFault; readonly suggestion?: string };

/** One calling code, as far as the common shapes need it. */
interface CallingCode {
  /** Bit n is set when every country of the code has national numbers of n digits. */
  lengths: number;
  /**
   * What may stand in front of a national number and is dropped, by the plan of the code's main
   * country: plain digits (`''` for none) or an expression.
   */
  prefix: string | RegExp;
}

interface Country {
  code: string;
  lengths: number;
  /** The trunk prefix where it is plain digits, `''` for none, null when it is more than that. */
  trunk: string | null;
  pattern: RegExp;
}

interface Tables {
  codes: Map<string, CallingCode>;
  countries: Map<string, Country>;
}

/** What libphonenumber-js knows of a plan and does not declare. */
interface Plan {
  possibleLengths(): number[];
  /** 0 or nothing where there is none. */
  nationalPrefixForParsing(): string | 0 | undefined;
  nationalNumberPattern(): string;
}

let tables: Tables | null = null;

function build(): Tables {
  const codes = new Map<string, CallingCode>();
  const countries = new Map<string, Country>();
  const metadata = new Metadata();
  for (const country of getCountries()) {
    metadata.selectNumberingPlan(country);
    const plan = metadata.numberingPlan as unknown as Plan;
    const code = String(getCountryCallingCode(country));
    const lengths = plan.possibleLengths().reduce((bits, length) => bits | (1 << length), 0);
    const known = codes.get(code);
    if (known) known.lengths &= lengths;
    else codes.set(code, { lengths, prefix: '' });
    const trunk = plan.nationalPrefixForParsing() || '';
    countries.set(country, {
      code,
      lengths,
      trunk: /^\d*$/.test(trunk) ? trunk : null,
      pattern: new RegExp(`^(?:${plan.nationalNumberPattern()})$`),
    });
  }
  for (const country of countries.values()) {
    country.lengths &= codes.get(country.code)?.lengths ?? 0;
  }
  for (const [code, entry] of codes) {
    // The declarations leave out that a plan can be selected by its calling code.
    metadata.selectNumberingPlan(code as CountryCode);
    const prefix = (metadata.numberingPlan as unknown as Plan).nationalPrefixForParsing() || '';
    entry.prefix = /^\d*$/.test(prefix) ? prefix : new RegExp(`^(?:${prefix})`);
  }
  return { codes, countries };
}

function startsWithPrefix(digits: string, from: number, prefix: string | RegExp): boolean {
  if (typeof prefix === 'string') return prefix !== '' && digits.startsWith(prefix, from);
  return prefix.test(digits.slice(from));
}

/** The digits of a text that has nothing else than the marks people put between them, or null. */
function bareDigits(text: string, from: number): string | null {
  let digits = '';
  let start = from;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) continue;
    // space ( ) - . / and the no-break space
    if (code !== 0x20 && code !== 0x28 && code !== 0x29 && code !== 0x2d && code !== 0x2e) {
      if (code !== 0x2f && code !== 0xa0) return null;
    }
    if (at > start) digits += text.slice(start, at);
    start = at + 1;
  }
  return start === from ? text.slice(from) : digits + text.slice(start);
}

/**
 * The number in E.164 when its shape is a common one, so that nothing but digits and lengths has to be
 * looked at; null when libphonenumber must judge. Never differs from it where it answers.
 */
export function commonShape(text: string, country: string | null): string | null {
  tables ??= build();
  if (text.charCodeAt(0) === 0x2b) {
    const digits = bareDigits(text, 1);
    if (digits === null || digits.length < 8 || digits.length > 15) return null;
    for (let length = 1; length <= 3; length++) {
      const code = tables.codes.get(digits.slice(0, length));
      if (!code) continue;
      const national = digits.length - length;
      if ((code.lengths & (1 << national)) === 0) return null;
      return startsWithPrefix(digits, length, code.prefix) ? null : `+${digits}`;
    }
    return null;
  }
  const plan = country === null ? undefined : tables.countries.get(country);
  if (!plan || plan.trunk === null) return null;
  const digits = bareDigits(text, 0);
  if (digits === null || /^(?:00|011)/.test(digits) || digits.startsWith(plan.code)) return null;
  const trunked = plan.trunk !== '' && digits.startsWith(plan.trunk);
  const national = trunked ? digits.slice(plan.trunk.length) : digits;
  if ((plan.lengths & (1 << national.length)) === 0 || national.length > 17) return null;
  return plan.pattern.test(national) ? `+${plan.code}${national}` : null;
}

/**
 * Judges a phone number. One that can be dialled from abroad becomes E.164; its digits must make a
 * possible number of its country (its length, not whether the range is in use: ranges open every year
 * and refusing a real number is worse). Without any country a national number is kept as it is written
 * when it has 5 to 15 digits (E.164's most).
 */
export function judgePhoneText(written: string, country: string | null): PhoneVerdict {
  const text = written.replace(/^tel:\s*/i, '');
  const common = commonShape(text, country);
  if (common !== null) return { number: common };
  const known = country !== null && isSupportedCountry(country) ? country : undefined;
  if (known === undefined && !/^\(?\+/.test(text)) return withoutCountry(text);
  const found = parsed(text, known);
  if ('number' in found) return found;
  const suggestion = suggested(text, known);
  return suggestion === null ? found : { ...found, suggestion };
}

function parsed(text: string, country: CountryCode | undefined): PhoneVerdict {
  try {
    const phone = parsePhoneNumberWithError(text, {
      extract: false,
      ...(country ? { defaultCountry: country } : {}),
    });
    if (!phone.isPossible()) return { fault: lengthFault(text) };
    return { number: phone.ext ? `${phone.number} ext. ${phone.ext}` : phone.number };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { fault: FAULTS[error.message] ?? lengthFault(text) };
  }
}

const FAULTS: Record<string, PhoneFault> = {
  NOT_A_NUMBER: 'not-a-number',
  INVALID_COUNTRY: 'unknown-country',
  TOO_SHORT: 'too-short',
  TOO_LONG: 'too-long',
};

function lengthFault(text: string): PhoneFault {
  const digits = text.replace(/\D/g, '').length;
  if (digits < 7) return 'too-short';
  return digits > 15 ? 'too-long' : 'length';
}

function withoutCountry(text: string): PhoneVerdict {
  const body = text.replace(/\s*(?:ext\.?|x|#)\s*\d{1,6}$/i, '');
  const digits = bareDigits(body, 0);
  if (digits === null) {
    const suggestion = suggested(text, undefined);
    return suggestion ? { fault: 'not-a-number', suggestion } : { fault: 'not-a-number' };
  }
  if (digits.length < 5) return { fault: 'too-short' };
  if (digits.startsWith('00')) {
    const international = parsed(`+${digits.slice(2)}`, undefined);
    if ('number' in international) return international;
  }
  return digits.length > 15 ? { fault: 'too-long' } : { number: text };
}

/** The one number that stands in a text with words around it, in E.164. */
function suggested(text: string, country: CountryCode | undefined): string | null {
  const numbers = text.match(/\+?\d[\d\s().\-/]{5,}\d/g) ?? [];
  const only = numbers.length === 1 ? numbers[0] : undefined;
  if (only === undefined || only === text) return null;
  const found = parsed(only.replace(/^00/, '+'), country);
  return 'number' in found ? found.number : null;
}
