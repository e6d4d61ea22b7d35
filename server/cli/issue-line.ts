import { describe } from '../../shared/issues/describe.ts';
import type { Issue } from '../../shared/issues/issue.ts';
import type { ColumnPlan } from '../../shared/plan/plan.ts';

/** What a message needs to know around the issue. */
interface Around {
  columns?: readonly ColumnPlan[];
  /** Cells of the issue's row. */
  cells?: readonly string[];
}

/** One issue as `check --json` prints it; what does not apply is left out by JSON. */
export function issueLine(issue: Issue, { columns = [], cells = [] }: Around = {}) {
  const { column } = issue;
  const planned = column === undefined ? undefined : columns[column];
  const value = column === undefined ? undefined : cells[column];
  const { severity, message } = describe(issue, { label: planned?.label, value });
  return {
    code: issue.code as string,
    severity,
    row: issue.row,
    column,
    label: planned?.label,
    field: planned?.field ?? undefined,
    value,
    message,
    suggestion: issue.suggestion,
  };
}

export type IssueLine = ReturnType<typeof issueLine>;

/** The sentence for an issue of the file as a whole, with its way out. */
export function messageOf(issue: Issue): string {
  const { message, fix } = describe(issue);
  return `${message} ${fix}`.trim();
}
