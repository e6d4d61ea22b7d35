import type { JudgedBatch } from '../check/judge-rows.ts';
import type { ReferenceData } from '../check/reference.ts';
import type { Issue, IssueCode } from '../issues/issue.ts';
import type { Plan } from '../plan/plan.ts';
import type { RecordType } from '../record-types/record-type.ts';
import type { SheetInfo } from '../rows/format.ts';
import { collectCauses } from './causes.ts';
import { createDigest } from './digest.ts';
import type { Evidence, Question, Report, RowCounts } from './report.ts';

/** What a report begins with. */
export interface ReportStart {
  /** Name of the file. */
  file: string;
  plan: Plan;
  recordType: RecordType;
  reference: ReferenceData;
  /** As `prepare` found them; left out where only rows are counted. */
  sheets?: readonly SheetInfo[];
  evidence?: readonly Evidence[];
  questions?: readonly Question[];
  /** Issues of the header. */
  issues?: readonly Issue[];
}

/** Builds a report while rows are judged; its size does not depend on theirs. */
export interface ReportBuilder {
  add(batch: JudgedBatch): void;
  /** Ends the report with the reason why the file cannot be read or imported. */
  refuse(refusal: Issue): void;
  /** The report so far. */
  snapshot(): Report;
  /** The report of the whole file. */
  finish(): Report;
}

/** A builder for one file; a check begins one when the plan is complete. */
export function createReportBuilder(start: ReportStart): ReportBuilder {
  const { file, plan } = start;
  const rows: RowCounts = { total: 0, ready: 0, error: 0, blank: 0, excluded: 0 };
  const issueCounts: Partial<Record<IssueCode, number>> = {};
  const causes = collectCauses(plan.columns);
  const digest = createDigest();
  const questions = [...(start.questions ?? [])];
  let refusal: Issue | null = null;

  const addIssue = (issue: Issue, value: string): void => {
    issueCounts[issue.code] = (issueCounts[issue.code] ?? 0) + 1;
    causes.add(issue, value);
    if (issue.code === 'ambiguous-date' || issue.code === 'ambiguous-number') ask(issue, value);
  };

  /** A cell below the sample can be the first that reads both ways. */
  const ask = ({ code, column = -1, row = 0 }: Issue, value: string): void => {
    const { field, label } = plan.columns[column] ?? {};
    if (!field || label === undefined || questions.some((asked) => asked.field === field)) return;
    questions.push(
      code === 'ambiguous-date'
        ? {
            field,
            label,
            column,
            about: 'date-order',
            row,
            value,
            options: ['day-first', 'month-first'],
          }
        : {
            field,
            label,
            column,
            about: 'decimal-mark',
            row,
            value,
            options: ['decimal-comma', 'decimal-point'],
          },
    );
  };

  const report = (): Report => ({
    file,
    plan,
    sheets: [...(start.sheets ?? [])],
    rows: { ...rows },
    causes: causes.list(),
    issueCounts: { ...issueCounts },
    evidence: [...(start.evidence ?? [])],
    questions: [...questions],
    notChecked: notChecked(start),
    refusal,
    digest: digest.value(),
  });

  for (const issue of start.issues ?? []) {
    addIssue(issue, issue.column === undefined ? '' : (plan.columns[issue.column]?.label ?? ''));
  }
  return {
    add(batch) {
      for (const row of batch.rows) {
        rows.total++;
        rows[row.bucket]++;
        digest.add(row);
        for (const issue of row.issues) {
          addIssue(issue, issue.column === undefined ? '' : (row.cells[issue.column] ?? '').trim());
        }
      }
    },
    refuse(issue) {
      refusal = issue;
      // Issues of the header are counted already.
      if (!start.issues?.includes(issue)) addIssue(issue, '');
    },
    snapshot: report,
    finish: report,
  };
}

/** References and the match key that the plan imports and nobody could judge. */
function notChecked({ plan, recordType, reference }: ReportStart): Report['notChecked'] {
  const mapped = new Set(plan.columns.map(({ field }) => field));
  const references = (['users', 'teams'] as const).filter(
    (kind) =>
      reference[kind] === null &&
      recordType.fields.some((field) => field.reference === kind && mapped.has(field.name)),
  );
  const { matchKey } = recordType;
  return matchKey !== undefined && mapped.has(matchKey) ? [...references, 'records'] : references;
}
