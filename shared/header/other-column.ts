import type { IssueParams } from '../issues/issue.ts';
import type { ColumnPlan } from '../plan/plan.ts';

/**
 * The first column whose label in the file's header is not the plan's; null when they are the same, so
 * that the plan was made for this file. Columns without a label may be missing at the end of either.
 */
export function otherColumn(
  header: readonly string[],
  columns: readonly ColumnPlan[],
): IssueParams['wrong-plan'] | null {
  const width = Math.max(header.length, columns.length);
  for (let column = 0; column < width; column++) {
    const label = comparable(header[column] ?? '');
    const planned = comparable(columns[column]?.label ?? '');
    if (label !== planned) return { column, label, planned };
  }
  return null;
}

/** A plan that was stored has U+FFFD where the file has what a database cannot hold. */
function comparable(label: string): string {
  return label.trim().replaceAll('\0', '\uFFFD').toWellFormed();
}
