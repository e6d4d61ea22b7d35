/** How bad an issue is: `error` keeps the row out of the import, `warning` and `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

/** Where in the file an issue is found; the catalogue is grouped by it. */
export type Place = 'file' | 'header' | 'row' | 'cell';

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
  'primary-key': { firstRow: number };
  'duplicate-record': { recordId?: string };
  // cell
  required: Record<never, never>;
  'type-error': { type: string };
  'invalid-email': { reason: string };
  'invalid-phone': { reason: string; country?: string };
  'invalid-date': { reason: string; order?: string };
  'ambiguous-date': Record<never, never>;
  'invalid-number': { decimal?: string };
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
