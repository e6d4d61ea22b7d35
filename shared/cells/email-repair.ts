import { emailFault } from './email.ts';

/** Domains that many people use, each with the slips of the fingers that are no domains of their own. */
const SLIPS: Record<string, string> = {
  'gmail.com':
    'gmial.com gmai.com gmal.com gmil.com gnail.com gamil.com gmaill.com gmali.com gmail.co gmail.cm gmail.om gmail.con gmail.cmo gmail.ocm gmail.comm gmail.vom gmailcom gmail,com',
  'googlemail.com': 'googlemial.com googlemai.com googlemail.con',
  'hotmail.com':
    'hotmial.com hotmai.com hotmal.com hotmil.com homail.com hotmaill.com htomail.com hotmail.con hotmail.cmo hotmail.cm hotmailcom',
  'outlook.com':
    'outlok.com outloook.com outlool.com outlook.con outlook.cmo oulook.com outlookcom',
  'yahoo.com': 'yaho.com yahooo.com yhaoo.com yhoo.com yahoo.con yahoo.cmo yahoo.cm yahoocom',
  'icloud.com': 'iclod.com icould.com icloud.con icluod.com icloudcom',
  'live.com': 'live.con live.cmo',
  'aol.com': 'aol.con aol.cmo',
  'gmx.de': 'gmx.ed gmx.dee gmxde',
  'web.de': 'web.ed web.dee webde',
  't-online.de': 't-onlin.de t-onine.de t-oline.de tonline.de',
  'protonmail.com': 'protonmial.com protonmail.con',
};

const LIKELY = new Map<string, string>();
for (const [domain, slips] of Object.entries(SLIPS)) {
  for (const slip of slips.split(' ')) LIKELY.set(slip, domain);
}

/** Endings that no registry has and that are one slip from one it has. */
const ENDINGS: Record<string, string> = { con: 'com', cmo: 'com', ocm: 'com', comm: 'com' };

/** First letters of the slips, so that most addresses need no look-up. */
const FIRST_LETTERS = new Set([...LIKELY.keys()].map((slip) => slip.charCodeAt(0)));

/** The domain that was probably meant by a well-formed address, or null. */
export function likelyDomainOf(address: string): string | null {
  const at = address.lastIndexOf('@');
  const isCom = address.endsWith('.com');
  if (isCom && !FIRST_LETTERS.has(address.charCodeAt(at + 1) | 0x20)) return null;
  return likelyDomain(address.slice(at + 1).toLowerCase());
}

/** The domain that was probably meant, or null; `domain` in lower case. */
function likelyDomain(domain: string): string | null {
  const known = LIKELY.get(domain);
  if (known) return known;
  const dot = domain.lastIndexOf('.');
  const ending = ENDINGS[domain.slice(dot + 1)];
  return ending && dot > 0 ? `${domain.slice(0, dot)}.${ending}` : null;
}

/**
 * A repair of something that is not an address, when there is just one and it is safe: what stands
 * around the address, spaces, doubled marks, a comma for a dot, “(at)”, a slip in a well-known domain.
 */
export function repairEmail(text: string): string | null {
  let repaired = text;
  const bracketed = /<\s*([^<>\s]+@[^<>\s]+)\s*>/.exec(repaired);
  if (bracketed?.[1]) repaired = bracketed[1];
  repaired = repaired
    .replace(/^mailto:/i, '')
    .replace(/\s*[([{]\s*(?:at|@)\s*[)\]}]\s*/i, '@')
    .replace(/\s*[([{]\s*(?:dot|punkt)\s*[)\]}]\s*/gi, '.')
    .replace(/^["'<([]+|["'>)\].,;:]+$/g, '')
    .replace(/@{2,}/, '@');
  if (/^\S+ at \S+\.\S+$/i.test(repaired)) repaired = repaired.replace(/ at /i, '@');
  // Two addresses in one cell are two people or two addresses: which one is meant is not ours to say.
  if ((repaired.match(/@/g) ?? []).length !== 1) return null;
  // A space inside a name may stand for a dot or for nothing; around the @ and the dots it is nothing.
  repaired = repaired.replace(/\s*([@.,])\s*/g, '$1').replace(/\.{2,}/g, '.');
  const at = repaired.indexOf('@');
  let domain = repaired.slice(at + 1).replace(/,/g, '.');
  domain = likelyDomain(domain.toLowerCase()) ?? domain;
  repaired = `${repaired.slice(0, at)}@${domain}`;
  return repaired !== text && emailFault(repaired) === null ? repaired : null;
}
