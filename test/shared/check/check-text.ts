import { memorySource } from '../../../shared/bytes/source.ts';
import { type CheckOptions, check } from '../../../shared/check/check.ts';
import type { JudgedRow } from '../../../shared/check/judge-rows.ts';
import type { Issue, IssueCode } from '../../../shared/issues/issue.ts';
import { builtinRecordTypes } from '../../../shared/record-types/builtin.ts';
import { type RecordType, recordTypeSchema } from '../../../shared/record-types/record-type.ts';
import type { Report } from '../../../shared/report/report.ts';

/** A finding as the tests say it: row, field, code. */
export type Found = [row: number | null, field: string | null, code: IssueCode];

export interface CheckedText {
  report: Report;
  rows: JudgedRow[];
  /** Issues of the header first, then of the rows in order. */
  issues: Issue[];
  found: Found[];
}

/** Checks a table given as text, with the built-in record types unless others are given. */
export async function checkText(
  text: string,
  options: Partial<CheckOptions> & { name?: string } = {},
): Promise<CheckedText> {
  const rows: JudgedRow[] = [];
  const issues: Issue[] = [];
  const source = memorySource(options.name ?? 'table.csv', new TextEncoder().encode(text));
  const report = await check(source, {
    recordTypes: builtinRecordTypes,
    values: true,
    ...options,
    onPrepared: (prepared) => issues.push(...prepared.issues),
    onRows(batch) {
      rows.push(...batch.rows);
      for (const row of batch.rows) issues.push(...row.issues);
    },
  });
  const found = issues.map(({ row, column, code }): Found => {
    const field = column === undefined ? null : (report.plan.columns[column]?.field ?? null);
    return [row ?? null, field, code];
  });
  return { report, rows, issues, found };
}

/** A record type of one's own from the fields of a Table Schema. */
export function schema(
  fields: Record<string, unknown>[],
  rest: Record<string, unknown> = {},
): { recordTypes: RecordType[] } {
  return { recordTypes: [recordTypeSchema.parse({ name: 'record', fields, ...rest })] };
}

/** Text of a table with one column, each value in quotation marks. */
export function column(label: string, values: readonly string[]): string {
  const quoted = values.map((value) => `"${value.replaceAll('"', '""')}"`);
  return `${label},other\n${quoted.map((value) => `${value},x\n`).join('')}`;
}
