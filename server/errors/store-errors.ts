import { isByValue, severityOf } from '../../shared/issues/catalogue.ts';
import type { Issue } from '../../shared/issues/issue.ts';
import { causeValue } from '../../shared/report/cause-value.ts';
import type { Queryable } from '../store/database.ts';
import { storableJson } from '../store/storable.ts';

/** A row that became no record. */
export interface FailedRow {
  row: number;
  bucket: 'error' | 'excluded';
  cells: readonly string[];
  issues: readonly Issue[];
}

/** Stores failed rows with their issues, so that they can be paged, and paged by cause. */
export async function storeErrors(
  tx: Queryable,
  { workspaceId, importId }: { workspaceId: string; importId: string },
  rows: readonly FailedRow[],
  fieldOf: (column: number) => string | null,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO error_records (import_id, workspace_id, source_row, bucket, cells, issues)
     SELECT $1::uuid, $2, (item->>0)::integer, item->>1, item->2, item->3
     FROM jsonb_array_elements($3::jsonb) AS item`,
    [
      importId,
      workspaceId,
      storableJson(rows.map(({ row, bucket, cells, issues }) => [row, bucket, cells, issues])),
    ],
  );
  // Rows that were left out on purpose have no cause to be fixed.
  const issues = rows
    .filter(({ bucket }) => bucket === 'error')
    .flatMap(({ row, cells, issues }) =>
      issues.map((issue, ordinal) => [row, ordinal, ...causeOf(issue, cells, fieldOf)]),
    );
  if (issues.length === 0) return;
  await tx.query(
    `INSERT INTO error_issues (import_id, workspace_id, source_row, ordinal, code, severity,
       column_index, field, value)
     SELECT $1::uuid, $2, (item->>0)::integer, (item->>1)::smallint, item->>2, item->>3,
       (item->>4)::integer, item->>5, item->>6
     FROM jsonb_array_elements($3::jsonb) AS item`,
    [importId, workspaceId, storableJson(issues)],
  );
}

function causeOf(
  issue: Issue,
  cells: readonly string[],
  fieldOf: (column: number) => string | null,
) {
  const { code, column } = issue;
  const severity = severityOf(code);
  if (column === undefined) return [code, severity, null, null, null];
  const value = isByValue(code) ? causeValue(cells[column] ?? '') : null;
  return [code, severity, column, fieldOf(column), value];
}
