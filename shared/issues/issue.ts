/** How bad an issue is: `error` keeps the row out of the import, `warning` and `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

/** Where in the file an issue is found; the catalogue is grouped by it. */
export type Place = 'file' | 'header' | 'row' | 'cell';

/** What is wrong with an e-mail address. */
export type EmailFault =
  | 'no-at'
  | 'several-at'
  | 'no-name'
  | 'no-domain'
  | 'no-dot-in-domain'
  | 'bad-domain'
  | 'space'
  | 'dots'
  | 'non-ascii'
  | 'bad-character'
  | 'too-long';

/** What is wrong with a phone number. */
export type PhoneFault = 'not-a-number' | 'too-short' | 'too-long' | 'unknown-country' | 'length';

/** What is wrong with a date: unreadable, no such day, or not in the way the column is written. */
export type DateFault = 'unreadable' | 'no-such-day' | 'other-order' | 'not-iso' | 'other-pattern';

/** What is wrong with a number: unreadable, group marks in odd places, or a fraction in an integer. */
export type NumberFault = 'unreadable' | 'groups' | 'fraction';

/**
 * Every issue code with the parameters that its message needs. Codes follow Frictionless where one
 * exists. Parameters are small values only: the cell's text is read from the file when it is shown.
 */
export interface IssueParams {
  // file
  'empty-file': Record<never, never>;
  'no-rows': Record<never, never>;
  'wrong-file-type': { detected: string };
  'encrypted-file': Record<never, never>;
  'damaged-file': { detail: string };
  'file-too-large': { limit: number; size: number };
  'decompression-limit': { limit: number };
  'too-many-rows': { limit: number };
  'too-many-columns': { limit: number; columns: number };
  'unknown-sheet': { sheet: string; sheets: string };
  'unknown-encoding': { encoding: string };
  'wrong-plan': { column: number; label: string; planned: string };
  // header
  'required-column': { field: string };
  'duplicate-label': { label: string; firstColumn: number };
  'blank-label': Record<never, never>;
  'unmapped-column': { label: string };
  'ambiguous-column': { label: string; field: string };
  // row
  'blank-row': Record<never, never>;
  'missing-cell': { expected: number; found: number };
  'extra-cell': { expected: number; found: number };
  'unclosed-quote': Record<never, never>;
  'stray-quote': Record<never, never>;
  'cell-too-large': { limit: number };
  'still-marked': Record<never, never>;
  'primary-key': { firstRow: number };
  'duplicate-record': { recordId?: string };
  // cell
  required: Record<never, never>;
  'type-error': { type: string };
  'invalid-email': { reason: EmailFault };
  'email-typo': { domain: string; likely: string };
  'invalid-phone': { reason: PhoneFault; country?: string };
  'invalid-date': { reason: DateFault; order?: string };
  'ambiguous-date': Record<never, never>;
  'invalid-number': { reason: NumberFault; decimal?: string };
  'ambiguous-number': Record<never, never>;
  'invalid-boolean': Record<never, never>;
  'invalid-postal-code': { country: string; example?: string };
  'invalid-country': Record<never, never>;
  'invalid-url': Record<never, never>;
  'invalid-uuid': Record<never, never>;
  'constraint-enum': { allowed: string };
  'constraint-pattern': { pattern: string };
  'constraint-minimum': { minimum: string };
  'constraint-maximum': { maximum: string };
  'constraint-min-length': { minLength: number };
  'constraint-max-length': { maxLength: number };
  'unique-error': { firstRow: number };
  'foreign-key': { resource: string };
  'unknown-user': Record<never, never>;
  'unknown-team': Record<never, never>;
  'spreadsheet-error': Record<never, never>;
  'scientific-notation': Record<never, never>;
  'invisible-characters': { characters: string };
  mojibake: Record<never, never>;
}

export type IssueCode = keyof IssueParams;

/**
 * One thing found. Rows are numbered as the spreadsheet program shows them (from 1), columns from 0.
 * An issue of the whole file has no row; an issue of a whole row has no column. Its severity, title
 * and message live in the catalogue.
 */
export type Issue<C extends IssueCode = IssueCode> = {
  [K in C]: {
    readonly code: K;
    readonly row?: number;
    readonly column?: number;
    readonly params: IssueParams[K];
    /** A safe repair of the cell, as the text that should stand there. */
    readonly suggestion?: string;
  };
}[C];
