import type { Issue, IssueCode, Severity } from '../issues/issue.ts';
import type { Plan } from '../plan/plan.ts';
import type { SheetInfo } from '../rows/format.ts';

/** Where each row of the file ends; every row is in exactly one bucket and the buckets add up. */
export interface RowCounts {
  /** Every row below the header, blank ones included. */
  total: number;
  /** Rows that can be imported. */
  ready: number;
  /** Rows with at least one issue of severity `error`. */
  error: number;
  blank: number;
  /** Rows that the person took out. */
  excluded: number;
}

/** Why a column is read the way it is. `row` and `value` name the cell that decided. */
export interface Evidence {
  field: string;
  decision: 'day-first' | 'month-first' | 'year-first' | 'decimal-comma' | 'decimal-point';
  row: number;
  value: string;
}

/** A cell that shows what a cause means. */
export interface CauseExample {
  row: number;
  value: string;
  suggestion?: string;
  params: Issue['params'];
}

/** All issues with the same code, field and, where there is one, value: what is fixed at once. */
export interface Cause {
  code: IssueCode;
  severity: Severity;
  /** 0-based; absent for issues of a row or of the file. */
  column?: number;
  label?: string;
  field?: string;
  /** Set when the code is grouped by value (an unknown team, a value outside a list). */
  value?: string;
  /** How many issues; for row and cell issues also how many rows. */
  count: number;
  /** The first few, in the order of the file. */
  examples: CauseExample[];
}

/** What a check found. Small, whatever the size of the file: it goes to IndexedDB and to the API. */
export interface Report {
  file: string;
  plan: Plan;
  /** All sheets of a workbook; empty for delimited text. */
  sheets: SheetInfo[];
  rows: RowCounts;
  /** From the most issues to the fewest, errors before warnings before infos. */
  causes: Cause[];
  issueCounts: Partial<Record<IssueCode, number>>;
  evidence: Evidence[];
  /** Decisions that only the person can take, e.g. a date column that reads both ways. */
  questions: Question[];
  /**
   * What nobody could judge: users and teams without a server, and whether a record with the row's
   * match key exists already, which only the import itself finds out.
   */
  notChecked: ('users' | 'teams' | 'records')[];
  /** The reason why the file cannot be read or imported at all. */
  refusal: Issue | null;
  /** Fingerprint of every verdict in order: equal digests mean equal verdicts. */
  digest: string;
}

/** A column that reads in more than one way and has no cell that decides. */
export interface Question {
  field: string;
  label: string;
  column: number;
  about: 'date-order' | 'decimal-mark';
  /** The first cell that reads both ways. */
  row: number;
  value: string;
  options: ('day-first' | 'month-first' | 'decimal-comma' | 'decimal-point')[];
}
