import type { IssueCode, IssueParams, Place, Severity } from './issue.ts';

/** What a message may name beside the issue's own parameters. */
export interface MessageContext {
  /** The column's label as it stands in the file. */
  label?: string | undefined;
  /** The cell's text. */
  value?: string | undefined;
}

/** All there is to know of an issue code. */
export interface Entry<C extends IssueCode> {
  place: Place;
  severity: Severity;
  /** What is wrong, in a few words. */
  title: string;
  /** When this is found and why it matters; for the documentation and for “more”. */
  explanation: string;
  /** One sentence on this very issue, without its place. */
  message: (params: IssueParams[C], context: MessageContext) => string;
  /** What the person can do now. */
  fix: string;
  /** Issues with the same value are one cause: the value is wrong everywhere in the same way. */
  byValue?: true;
}

export type Entries<C extends IssueCode> = { readonly [K in C]: Entry<K> };

/** How much of a cell a sentence shows. */
const SHOWN = 60;

/** A cell's text in quotation marks, shortened and on one line. */
export function quoted(text: string | undefined): string {
  if (text === undefined) return 'this cell';
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `“${line.slice(0, SHOWN - 1)}…”` : `“${line}”`;
}

/** A size in bytes as people say it. */
export function inMegabytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  if (bytes < 1024 * 1024 * 1024) return `${Math.round(bytes / (1024 * 1024))} MB`;
  return `${Math.round((bytes / (1024 * 1024 * 1024)) * 10) / 10} GB`;
}

/** A count with its thousands apart. */
export function inThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A country's name in English for its ISO 3166-1 code, as far as the platform knows it. */
export function countryNamed(code: string): string {
  // `of` throws for what is not even shaped like a code.
  return /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code)
    : code;
}
