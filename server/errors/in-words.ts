import type { RecordIssue } from '../../shared/contract/imports.ts';
import { describe } from '../../shared/issues/describe.ts';
import type { Issue } from '../../shared/issues/issue.ts';
import type { Plan } from '../../shared/plan/plan.ts';

/** Labels of the file's columns by their index. */
export function labelsOf(plan: Plan): string[] {
  const width = plan.columns.reduce((most, { index }) => Math.max(most, index + 1), 0);
  const labels = new Array<string>(width).fill('');
  for (const { index, label } of plan.columns) labels[index] = label;
  return labels;
}

/** An issue of an error record as clients get it, its sentence included. */
export function inWords(
  issue: Issue,
  cells: readonly string[],
  plan: Plan,
  labels: readonly string[],
): RecordIssue {
  const { code, column, suggestion } = issue;
  const label = column === undefined ? undefined : labels[column];
  const value = column === undefined ? undefined : cells[column];
  const field = plan.columns.find(({ index }) => index === column)?.field ?? undefined;
  const { severity, message } = describe(issue, { label, value });
  return {
    code,
    severity,
    ...(column === undefined ? {} : { column }),
    ...(label === undefined ? {} : { label }),
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
