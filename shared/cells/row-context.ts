import type { Issue, IssueCode, IssueParams } from '../issues/issue.ts';

/**
 * The row that is being judged. One object serves all rows of a check, so that a row without issues
 * costs no memory.
 */
export interface RowContext {
  row: number;
  /** ISO 3166-1 alpha-2 country of the row, or of the plan where the row has none. */
  country: string | null;
  /** Issues of the row so far, null as long as there is none. */
  issues: Issue[] | null;
}

/** Judges one cell's text, trimmed and not missing; `undefined` when an error was found. */
export type CellJudge<T> = (text: string, context: RowContext, column: number) => T | undefined;

/** Adds an issue of one cell (or of the row, without a column). */
export function addIssue<C extends IssueCode>(
  context: RowContext,
  column: number | undefined,
  code: C,
  params: IssueParams[C],
  suggestion?: string,
): undefined {
  const issue = {
    code,
    row: context.row,
    ...(column === undefined ? {} : { column }),
    params,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
  // Code and params belong together by the signature; the union cannot be built generically.
  if (context.issues === null) context.issues = [issue as unknown as Issue];
  else context.issues.push(issue as unknown as Issue);
}
