import type { ImportCause } from '../../shared/contract/imports.ts';
import { describeCause } from '../../shared/issues/describe.ts';
import type { Issue, IssueCode, Severity } from '../../shared/issues/issue.ts';
import { MAX_VALUES } from '../../shared/report/causes.ts';
import type { Cause } from '../../shared/report/report.ts';
import type { Queryable } from '../store/database.ts';
import type { Claim } from './claim.ts';

interface Group {
  code: IssueCode;
  severity: Severity;
  column_index: number | null;
  field: string | null;
  value: string | null;
  rows: number;
  first_row: number;
  cell: string | null;
  params: Issue['params'] | null;
}

/** The causes of the import's error records, in words, from the most rows to the fewest. */
export async function errorCauses(
  tx: Queryable,
  { workspaceId, importId, plan }: Pick<Claim, 'workspaceId' | 'importId' | 'plan'>,
): Promise<ImportCause[]> {
  const groups = await tx.query<Group>(
    `WITH counted AS (
       SELECT code, severity, column_index, field, value,
         count(DISTINCT source_row) AS rows, min(source_row) AS first_row
       FROM error_issues WHERE import_id = $1 AND workspace_id = $2 AND severity = 'error'
       GROUP BY code, severity, column_index, field, value
     ), ranked AS (
       SELECT *, row_number() OVER
         (PARTITION BY code, column_index ORDER BY rows DESC, first_row) AS place
       FROM counted
     ), groups AS (
       SELECT code, severity, column_index, field,
         CASE WHEN place <= ${MAX_VALUES} THEN value END AS value,
         sum(rows)::integer AS rows, min(first_row) AS first_row
       FROM ranked GROUP BY 1, 2, 3, 4, 5
     )
     SELECT groups.*, example.cells->>groups.column_index AS cell,
       jsonb_path_query_first(example.issues, '$[*] ? (@.code == $code && (@.column == $column || !exists(@.column)))',
         jsonb_build_object('code', groups.code, 'column', groups.column_index))->'params' AS params
     FROM groups JOIN error_records AS example
       ON example.import_id = $1 AND example.workspace_id = $2
         AND example.source_row = groups.first_row
     ORDER BY rows DESC, first_row, groups.column_index NULLS FIRST, groups.code`,
    [importId, workspaceId],
  );
  const labels = new Map(plan.columns.map(({ index, label }) => [index, label]));
  return groups.map((group) => causeInWords(toCause(group, labels)));
}

function toCause(group: Group, labels: ReadonlyMap<number, string>): Cause {
  const column = group.column_index ?? undefined;
  const label = column === undefined ? undefined : labels.get(column);
  return {
    code: group.code,
    severity: group.severity,
    ...(column === undefined ? {} : { column }),
    ...(label === undefined ? {} : { label }),
    ...(group.field === null ? {} : { field: group.field }),
    ...(group.value === null ? {} : { value: group.value }),
    count: group.rows,
    examples: [{ row: group.first_row, value: group.cell ?? '', params: group.params ?? {} }],
  };
}

/** A cause as clients get it: without examples, with its words. */
export function causeInWords(cause: Cause): ImportCause {
  const { examples: _examples, ...rest } = cause;
  const { title, message, fix } = describeCause(cause);
  return { ...rest, title, message, fix };
}
