import { isIpv6 } from './email.ts';
import { addIssue, type CellJudge } from './row-context.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Judges a UUID in the form of RFC 9562: hexadecimal digits in groups of 8-4-4-4-12. */
export const judgeUuid: CellJudge<string> = (text, context, column) => {
  if (UUID.test(text)) return text;
  const digits = text.replace(/^(?:urn:uuid:)|[{}\s-]/gi, '');
  const suggestion = /^[0-9a-f]{32}$/i.test(digits)
    ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    : undefined;
  return addIssue(context, column, 'invalid-uuid', {}, suggestion);
};

/** The characters of RFC 3986, percent-encoding complete. */
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=[\]]|%[0-9A-Fa-f]{2})+$/;
const AUTHORITY = /^[^:]+:\/\/(?:([^/?#]*)@)?(\[[^\]]*\]|[^:/?#[\]@]*)(?::(\d*))?(?=[/?#]|$)/;

/** Whether a text is a URI with a scheme (RFC 3986, §3). */
export function isUri(text: string): boolean {
  if (!URI.test(text)) return false;
  const [beforeFragment = '', ...fragments] = text.split('#');
  if (fragments.length > 1) return false;
  const authority = AUTHORITY.exec(text);
  if (/^[^:]+:\/\//.test(text)) {
    if (!authority || authority[1]?.match(/[[\]@]/)) return false;
    const host = authority[2] ?? '';
    if (host.startsWith('[') && !isIpLiteral(host.slice(1, -1))) return false;
  }
  const path = authority ? beforeFragment.slice(authority[0].length) : beforeFragment;
  return !/[[\]]/.test(path) && !/[[\]]/.test(fragments[0] ?? '');
}

function isIpLiteral(text: string): boolean {
  return /^v[0-9a-f]+\.[\w\-.~!$&'()*+,;=:]+$/i.test(text) || isIpv6(text);
}

const WEB_LIKE = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i;

/** Judges a URI; an address without its https:// comes back as a suggestion. */
export const judgeUri: CellJudge<string> = (text, context, column) => {
  if (isUri(text)) return text;
  const suggestion = WEB_LIKE.test(text) ? `https://${text}` : undefined;
  return addIssue(context, column, 'invalid-url', {}, suggestion);
};
