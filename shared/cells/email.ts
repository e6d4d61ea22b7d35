import type { EmailFault } from '../issues/issue.ts';

const AT = 0x40;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const QUOTE = 0x22;

/** RFC 5321's atext, by character code. */
const ATEXT = new Uint8Array(128);
for (const character of "!#$%&'*+-/=?^_`{|}~0123456789") ATEXT[character.charCodeAt(0)] = 1;
for (let code = 0x61; code <= 0x7a; code++) {
  ATEXT[code] = 1;
  ATEXT[code - 0x20] = 1;
}

function isLetterOrDigit(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a)
  );
}

/**
 * What is wrong with an e-mail address, or null. The rule is the Mailbox of RFC 5321 §4.1.2 (which the
 * `email` format of JSON Schema asks for too): a local part of dot-separated atoms or a quoted string,
 * then a domain of letters, digits and inner hyphens, or an address literal; at most 64 and 254
 * characters (§4.5.3.1). On top of it, as for anything that is to be delivered across the net, the
 * domain needs a dot, and its last label may not be all digits.
 *
 * It differs from WHATWG HTML's `input type=email` in that dots may not lead, trail or double, and in
 * that quoted strings are allowed.
 */
export function emailFault(text: string): EmailFault | null {
  const length = text.length;
  if (length > 254) return 'too-long';
  if (text.charCodeAt(0) === QUOTE) return quotedFault(text);
  let at = -1;
  let previous = DOT;
  let index = 0;
  for (; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code === AT) {
      at = index;
      break;
    }
    if (code === DOT) {
      if (previous === DOT) return 'dots';
    } else if (code >= 128) {
      return text.includes('@') ? 'non-ascii' : 'no-at';
    } else if (ATEXT[code] === 0) {
      return oddCharacter(text, code);
    }
    previous = code;
  }
  if (at === -1) return 'no-at';
  if (at === 0) return 'no-name';
  if (previous === DOT) return 'dots';
  if (at > 64) return 'too-long';
  return domainFault(text, at + 1);
}

function oddCharacter(text: string, code: number): EmailFault {
  if (!text.includes('@')) return 'no-at';
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d
    ? 'space'
    : 'bad-character';
}

/** The domain from `start`: labels of up to 63 letters, digits and inner hyphens, at least two. */
function domainFault(text: string, start: number): EmailFault | null {
  const length = text.length;
  if (start >= length) return 'no-domain';
  if (text.charCodeAt(start) === 0x5b) return literalFault(text.slice(start));
  let dots = 0;
  let labelStart = start;
  let digitsOnly = true;
  let previous = DOT;
  for (let index = start; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code === DOT) {
      if (previous === DOT) return 'dots';
      if (previous === HYPHEN || index - labelStart > 63) return 'bad-domain';
      dots++;
      labelStart = index + 1;
      digitsOnly = true;
    } else if (code === HYPHEN) {
      if (previous === DOT) return 'bad-domain';
      digitsOnly = false;
    } else if (isLetterOrDigit(code)) {
      if (code > 0x39) digitsOnly = false;
    } else if (code === AT) {
      return 'several-at';
    } else if (code === 0x20) {
      return 'space';
    } else {
      return code >= 128 ? 'non-ascii' : 'bad-domain';
    }
    previous = code;
  }
  if (previous === DOT) return 'dots';
  if (previous === HYPHEN || length - labelStart > 63) return 'bad-domain';
  if (dots === 0) return 'no-dot-in-domain';
  return digitsOnly ? 'bad-domain' : null;
}

/** An address whose local part is a quoted string (RFC 5321 §4.1.2). */
function quotedFault(text: string): EmailFault | null {
  const local = /^"(?:[ !#-[\]-~]|\\[ -~])*"@/.exec(text);
  if (!local) return text.includes('@') ? 'bad-character' : 'no-at';
  return local[0].length > 65 ? 'too-long' : domainFault(text, local[0].length);
}

/** An address literal: `[127.0.0.1]` or `[IPv6:::1]` (RFC 5321 §4.1.3). */
function literalFault(literal: string): EmailFault | null {
  const inner = /^\[(.*)\]$/.exec(literal)?.[1];
  if (inner === undefined) return 'bad-domain';
  if (/^IPv6:/i.test(inner)) return isIpv6(inner.slice(5)) ? null : 'bad-domain';
  return isIpv4(inner) ? null : 'bad-domain';
}

/** Four numbers from 0 to 255 without leading zeros. */
function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

/** An IPv6 address as RFC 3986 and RFC 4291 write it, with at most one `::`. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  let count = groups.length;
  const last = groups.at(-1);
  if (last?.includes('.')) {
    if (!isIpv4(last) || text.endsWith('::')) return false;
    groups.pop();
    count++;
  }
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? count < 8 : count === 8;
}
