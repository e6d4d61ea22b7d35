import { ADDED_LABELS } from '../error-file/labels.ts';
import { isErrorFile } from '../error-file/recognise.ts';
import type { Issue } from '../issues/issue.ts';
import type { ColumnPlan } from '../plan/plan.ts';
import type { Field, RecordType } from '../record-types/record-type.ts';
import { chooseAddress } from './address.ts';
import { type Candidate, candidatesOf, type MappableColumn } from './candidates.ts';
import { columnKind } from './column-kind.ts';
import { fieldNames } from './field-names.ts';
import { squashed } from './label.ts';

/** What there is to map. */
export interface MapOptions {
  labels: readonly string[];
  /** Cells of the first rows below the header. */
  sample: readonly (readonly string[])[];
  recordType: RecordType;
  /** What the person or an earlier plan said, by column. */
  given: readonly ColumnPlan[];
  /** Row of the header, for the issues; null when the file has none. */
  headerRow: number | null;
}

/** Columns with their fields, and what is to be said about them. */
export interface Mapping {
  columns: ColumnPlan[];
  issues: Issue[];
  /** How well the record type fits the columns; for choosing among several. */
  score: number;
}

const WORTH: Partial<Record<ColumnPlan['by'], number>> = {
  person: 3,
  remembered: 3,
  exact: 3,
  synonym: 2,
  close: 1,
  values: 1,
};

/**
 * Finds the field of each column: what was given, exact names, synonyms, then names that are close,
 * with the values to confirm. A field gets one column, a column goes to one field.
 */
export function mapColumns(options: MapOptions): Mapping {
  const { labels, recordType, given, headerRow } = options;
  const fields = new Map(recordType.fields.map((field) => [field.name, field]));
  const firstWith = firstColumnByLabel(labels);
  const said = new Map(given.map((column) => [column.index, column]));
  const columns: MappableColumn[] = labels.map((label, index) =>
    describeColumn(label, index, options),
  );
  const open = columns.filter(
    ({ index, label }) => !said.has(index) && firstWith.get(squashed(label)) === index,
  );
  const taken = new Map<number, Candidate['by']>();
  const byField = new Map<Field, number>();
  const assign = (index: number, field: Field, by: Candidate['by']): void => {
    taken.set(index, by);
    byField.set(field, index);
  };
  for (const { index, field: name, by } of given) {
    const field = name === null ? undefined : fields.get(name);
    if (field && index < labels.length && !byField.has(field)) assign(index, field, by);
  }

  const names = fieldNames(recordType);
  const candidates = chooseAddress(open.flatMap((column) => candidatesOf(column, names)));
  const unclear = ambiguous(candidates);
  candidates
    .filter((candidate) => !unclear.has(candidate.column.index))
    .sort((a, b) => b.score - a.score || a.column.index - b.column.index)
    .forEach(({ column, field, by }) => {
      if (!taken.has(column.index) && !byField.has(field)) assign(column.index, field, by);
    });
  takeBareName(open, fields, taken, byField, assign);
  takeByValues(open, recordType, taken, byField, assign);

  const fieldOf = new Map([...byField].map(([field, index]) => [index, field]));
  const plans = columns.map(({ index, label }): ColumnPlan => {
    const field = fieldOf.get(index);
    const by = taken.get(index) ?? said.get(index)?.by ?? 'none';
    return { index, label, field: field?.name ?? null, by: field || by === 'person' ? by : 'none' };
  });
  return {
    columns: plans,
    issues: headerIssues(plans, columns, unclear, firstWith, recordType, headerRow),
    score: scoreOf(plans, recordType),
  };
}

function describeColumn(label: string, index: number, { sample }: MapOptions): MappableColumn {
  const values: string[] = [];
  for (const cells of sample) {
    const value = cells[index]?.trim();
    if (value) values.push(value);
    if (values.length >= 100) break;
  }
  return { index, label, kind: columnKind(values), filled: values.length > 0 };
}

function firstColumnByLabel(labels: readonly string[]): Map<string, number> {
  const first = new Map<string, number>();
  labels.forEach((label, index) => {
    const key = squashed(label);
    // Columns without a name are no doubles of each other.
    if (!first.has(key) || key === '') first.set(key, index);
  });
  return first;
}

/** Columns that are equally close to several fields: guessing between them would be a coin's toss. */
function ambiguous(candidates: readonly Candidate[]): Map<number, Field[]> {
  const close = new Map<number, Field[]>();
  for (const { column, field, by } of candidates) {
    if (by === 'close') close.set(column.index, [...(close.get(column.index) ?? []), field]);
  }
  for (const [index, fields] of close) if (fields.length < 2) close.delete(index);
  return close;
}

type Assign = (index: number, field: Field, by: Candidate['by']) => void;

/** Beside a column of first names, one that is just called “Name” holds the last names. */
function takeBareName(
  open: readonly MappableColumn[],
  fields: ReadonlyMap<string, Field>,
  taken: ReadonlyMap<number, unknown>,
  byField: ReadonlyMap<Field, number>,
  assign: Assign,
): void {
  const first = fields.get('first_name');
  const last = fields.get('last_name');
  if (!first || !last || !byField.has(first) || byField.has(last)) return;
  const bare = open.find(({ index, label }) => !taken.has(index) && squashed(label) === 'name');
  if (bare) assign(bare.index, last, 'synonym');
}

/** One column full of e-mail addresses, when no label says so, is the e-mail column. */
function takeByValues(
  open: readonly MappableColumn[],
  recordType: RecordType,
  taken: ReadonlyMap<number, unknown>,
  byField: ReadonlyMap<Field, number>,
  assign: Assign,
): void {
  const emails = recordType.fields.filter((f) => f.type === 'string' && f.format === 'email');
  const [field] = emails;
  if (!field || emails.length !== 1 || byField.has(field)) return;
  const full = open.filter(
    ({ index, kind, label }) =>
      // A second address (E-mail 2) never stands in for the first.
      kind === 'email' && !taken.has(index) && !/[2-9]/.test(label),
  );
  const [only] = full;
  if (only && full.length === 1) assign(only.index, field, 'values');
}

function headerIssues(
  plans: readonly ColumnPlan[],
  columns: readonly MappableColumn[],
  unclear: ReadonlyMap<number, Field[]>,
  firstWith: ReadonlyMap<string, number>,
  recordType: RecordType,
  headerRow: number | null,
): Issue[] {
  const at = headerRow === null ? {} : { row: headerRow };
  const issues: Issue[] = [];
  const mapped = new Set(plans.map(({ field }) => field));
  for (const field of recordType.fields) {
    if (field.constraints?.required && !mapped.has(field.name)) {
      const params = { field: field.title ?? field.name };
      issues.push({ code: 'required-column', ...at, params });
    }
  }
  for (const { index, label, field, by } of plans) {
    const first = firstWith.get(squashed(label)) ?? index;
    const place = { ...at, column: index };
    if (first !== index && squashed(label) !== '') {
      const params = { label, firstColumn: first };
      issues.push({ code: 'duplicate-label', ...place, params });
    } else if (field !== null || by === 'person' || isAddedColumn(plans, index)) {
      // It is imported, the person said that it is not, or we wrote it ourselves.
    } else if (headerRow !== null && label.trim() === '') {
      if (columns[index]?.filled) issues.push({ code: 'blank-label', ...place, params: {} });
    } else if (unclear.has(index)) {
      const names = (unclear.get(index) ?? []).map(({ title, name }) => `“${title ?? name}”`);
      const params = { label, field: names.join(' or ') };
      issues.push({ code: 'ambiguous-column', ...place, params });
    } else issues.push({ code: 'unmapped-column', ...place, params: { label } });
  }
  return issues;
}

/** The columns that an error file has at its end; it can be dropped in again as it is. */
function isAddedColumn(plans: readonly ColumnPlan[], index: number): boolean {
  const isAtEnd = index >= plans.length - ADDED_LABELS.length;
  return isAtEnd && isErrorFile(plans.map(({ label }) => label));
}

function scoreOf(plans: readonly ColumnPlan[], recordType: RecordType): number {
  const mapped = new Set(plans.map(({ field }) => field));
  const complete = recordType.fields.every(
    ({ name, constraints }) => !constraints?.required || mapped.has(name),
  );
  const worth = plans.reduce(
    (sum, { field, by }) => sum + (field === null ? 0 : (WORTH[by] ?? 0)),
    0,
  );
  return worth + (complete ? 2 : -5);
}
