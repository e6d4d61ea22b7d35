import type { ErrorPage, ErrorRecord } from '../../shared/contract/imports.ts';
import { errorFileHeader, errorFileLine, errorFileName } from '../../shared/error-file/csv.ts';
import type { Issue } from '../../shared/issues/issue.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { causeValue } from '../../shared/report/cause-value.ts';
import type { ImportKey } from '../imports/change.ts';
import { isImportId, unknownImport } from '../imports/import-id.ts';
import type { Queryable } from '../store/database.ts';
import { inWords, labelsOf } from './in-words.ts';

/** Error records written to the error file at a time. */
const FILE_PAGE = 1_000;

/** Which error records are wanted: all, or those of one cause. */
export interface CauseFilter {
  code?: string | undefined;
  field?: string | undefined;
  value?: string | undefined;
}

export interface PageOptions extends CauseFilter {
  /** Row after which the page starts. */
  after: number;
  limit: number;
}

interface StoredRecord {
  row: number;
  cells: string[];
  issues: Issue[];
}

export type ErrorService = ReturnType<typeof createErrorService>;

/** Rows that failed, with their cells and what is wrong with them, as far as they landed. */
export function createErrorService({ database }: { database: Queryable }) {
  const planOf = async (workspaceId: string, importId: string) => {
    const [row] = isImportId(importId)
      ? await database.query<{ plan: Plan; file_name: string }>(
          'SELECT plan, file_name FROM imports WHERE workspace_id = $1 AND id = $2',
          [workspaceId, importId],
        )
      : [];
    if (!row) throw unknownImport();
    return row;
  };

  const read = (
    { workspaceId, importId }: ImportKey,
    after: number,
    limit: number,
  ): Promise<StoredRecord[]> =>
    database.query<StoredRecord>(
      `SELECT source_row AS row, cells, issues FROM error_records
       WHERE import_id = $1 AND workspace_id = $2 AND bucket = 'error' AND source_row > $3
       ORDER BY source_row LIMIT $4`,
      [importId, workspaceId, after, limit],
    );

  const readCause = (
    { workspaceId, importId }: ImportKey,
    after: number,
    limit: number,
    cause: ReturnType<typeof causeParams>,
  ): Promise<StoredRecord[]> =>
    database.query<StoredRecord>(
      `SELECT source_row AS row, cells, issues FROM error_records JOIN (
         SELECT DISTINCT source_row FROM error_issues
         WHERE ${OF_CAUSE} AND source_row > $6
         ORDER BY source_row LIMIT $7
       ) AS wanted USING (source_row)
       WHERE import_id = $1 AND workspace_id = $2 ORDER BY source_row`,
      [importId, workspaceId, ...cause, after, limit],
    );

  return {
    /** @throws ApiProblem 404 */
    async page(workspaceId: string, importId: string, options: PageOptions): Promise<ErrorPage> {
      const { plan } = await planOf(workspaceId, importId);
      const key = { workspaceId, importId };
      const { after, limit } = options;
      const labels = labelsOf(plan);
      const cause = causeParams(plan, options);
      const filtered = cause.some((part) => part !== null);
      const records = filtered
        ? await readCause(key, after, limit + 1, cause)
        : await read(key, after, limit + 1);
      const [counted] = await database.query<{ total: number }>(
        filtered
          ? `SELECT count(DISTINCT source_row)::integer AS total
             FROM error_issues WHERE ${OF_CAUSE}`
          : `SELECT count(*)::integer AS total FROM error_records
             WHERE import_id = $1 AND workspace_id = $2 AND bucket = 'error'`,
        filtered ? [importId, workspaceId, ...cause] : [importId, workspaceId],
      );
      const page = records.slice(0, limit);
      return {
        labels,
        records: page.map((record) => toErrorRecord(record, plan, labels)),
        total: counted?.total ?? 0,
        next: records.length > limit ? (page.at(-1)?.row ?? null) : null,
      };
    },

    /**
     * Every error record as a file that can be corrected and dropped back in.
     *
     * @throws ApiProblem 404
     */
    async file(
      workspaceId: string,
      importId: string,
    ): Promise<{ name: string; lines: AsyncGenerator<string, void, undefined> }> {
      const { plan, file_name } = await planOf(workspaceId, importId);
      return { name: errorFileName(file_name), lines: lines({ workspaceId, importId }, plan) };
    },
  };

  async function* lines(key: ImportKey, plan: Plan): AsyncGenerator<string, void, undefined> {
    const labels = labelsOf(plan);
    // A row with too many cells keeps them all: its extra columns have no label.
    const [widest] = await database.query<{ cells: number }>(
      `SELECT coalesce(max(jsonb_array_length(cells)), 0)::integer AS cells FROM error_records
       WHERE import_id = $1 AND workspace_id = $2 AND bucket = 'error'`,
      [key.importId, key.workspaceId],
    );
    const width = Math.max(labels.length, widest?.cells ?? 0);
    yield errorFileHeader(Array.from({ length: width }, (_, index) => labels[index] ?? ''));
    for (let after = 0; ; ) {
      const records = await read(key, after, FILE_PAGE);
      if (records.length === 0) return;
      after = records.at(-1)?.row ?? after;
      yield records
        .map((record) => errorFileLine(toErrorRecord(record, plan, labels), width))
        .join('');
    }
  }
}

/** Rows of one cause; `$1` is the import, `$2` its workspace, `$3` to `$5` are of `causeParams`. */
const OF_CAUSE = `import_id = $1 AND workspace_id = $2 AND ($3::text IS NULL OR code = $3)
  AND ($4::integer IS NULL OR column_index = $4) AND ($5::text IS NULL OR value = $5)`;

function causeParams(
  plan: Plan,
  { code, field, value }: CauseFilter,
): [code: string | null, column: number | null, value: string | null] {
  // A field that no column goes to has no issues.
  const column =
    field === undefined
      ? null
      : (plan.columns.find((column) => column.field === field)?.index ?? -1);
  return [code ?? null, column, value === undefined ? null : causeValue(value)];
}

function toErrorRecord(
  { row, cells, issues }: StoredRecord,
  plan: Plan,
  labels: readonly string[],
): ErrorRecord {
  return { row, cells, issues: issues.map((issue) => inWords(issue, cells, plan, labels)) };
}
