import type { ByteSource } from '../../shared/bytes/source.ts';
import { check } from '../../shared/check/check.ts';
import { CATALOGUE } from '../../shared/issues/catalogue.ts';
import type { Issue } from '../../shared/issues/issue.ts';
import type { ColumnPlan } from '../../shared/plan/plan.ts';
import type { Report } from '../../shared/report/report.ts';
import { CallError } from './command.ts';
import { openFile } from './file-source.ts';
import { type IssueLine, issueLine } from './issue-line.ts';
import type { Given } from './options.ts';
import { createSpool, type Spool } from './spool.ts';

/** What came of checking one file. */
export interface CheckedFile extends AsyncDisposable {
  /** As the call named it. */
  path: string;
  /** What was found; null when the file could not be read at all. */
  report: Report | null;
  /** Why the file as a whole cannot be imported, with its way out; it is then the only issue. */
  failure: (IssueLine & { fix: string }) | null;
  /** Every issue in the order of the file, as JSON objects with commas between them. */
  issues: Spool;
  exitCode: 0 | 1 | 2;
}

/** Checks one file and keeps every issue that it finds, once. */
export async function checkFile(
  path: string,
  { recordTypes, given }: Given,
  signal: AbortSignal,
): Promise<CheckedFile> {
  const issues = createSpool();
  const file = { path, issues, [Symbol.asyncDispose]: () => issues[Symbol.asyncDispose]() };
  let source: ByteSource;
  try {
    source = await openFile(path);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { ...file, report: null, failure: unreadable(error.message), exitCode: 2 };
  }
  let columns: readonly ColumnPlan[] = [];
  let separator = '';
  const add = (issue: Issue, cells: readonly string[]): void => {
    issues.add(`${separator}${JSON.stringify(issueLine(issue, { columns, cells }))}`);
    separator = ',';
  };
  const report = await check(source, {
    recordTypes,
    given,
    signal,
    onPrepared(prepared) {
      columns = prepared.plan.columns;
      for (const issue of prepared.issues) add(issue, []);
    },
    onRows({ rows }) {
      for (const row of rows) for (const issue of row.issues) add(issue, row.cells);
    },
  });
  if (report.refusal) return { ...file, report, ...refused(report.refusal) };
  return { ...file, report, failure: null, exitCode: hasErrors(report) ? 1 : 0 };
}

function refused(issue: Issue): Pick<CheckedFile, 'failure' | 'exitCode'> {
  const { place, fix } = CATALOGUE[issue.code];
  return { failure: { ...issueLine(issue), fix }, exitCode: place === 'file' ? 2 : 1 };
}

function hasErrors({ issueCounts }: Report): boolean {
  const codes = Object.keys(issueCounts) as (keyof typeof issueCounts)[];
  return codes.some((code) => CATALOGUE[code].severity === 'error');
}

/** Frictionless's code for a file that is not there or may not be read. */
function unreadable(message: string): IssueLine & { fix: string } {
  return {
    ...issueLine({ code: 'empty-file', params: {} }),
    code: 'source-error',
    message,
    fix: '',
  };
}
