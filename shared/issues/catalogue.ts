import type { Entries } from './entry.ts';
import type { IssueCode, Severity } from './issue.ts';
import { OF_CELL } from './of-cell.ts';
import { OF_FILE } from './of-file.ts';
import { OF_HEADER } from './of-header.ts';
import { OF_ROW } from './of-row.ts';

export type { Entry, MessageContext } from './entry.ts';

/** Every issue code: where it is found, how bad it is, its words and what to do about it. */
export const CATALOGUE: Entries<IssueCode> = { ...OF_FILE, ...OF_HEADER, ...OF_ROW, ...OF_CELL };

/** How bad an issue of this code is. */
export function severityOf(code: IssueCode): Severity {
  return CATALOGUE[code].severity;
}

/** Whether issues of this code are grouped by the cell's text. */
export function isByValue(code: IssueCode): boolean {
  return CATALOGUE[code].byValue === true;
}
