import { trimmed } from '../cells/clean.ts';
import { countryCode } from '../cells/country.ts';
import { addIssue, type RowContext } from '../cells/row-context.ts';
import type { Value } from '../cells/value.ts';
import type { ReferenceData } from '../check/reference.ts';
import { marker } from '../error-file/recognise.ts';
import { severityOf } from '../issues/catalogue.ts';
import type { Issue } from '../issues/issue.ts';
import type { Edit, Plan } from '../plan/plan.ts';
import type { Field, RecordType } from '../record-types/record-type.ts';
import type { Row } from '../rows/row.ts';
import { type ColumnJudge, columnJudge } from './column-judge.ts';
import { keyOf } from './key.ts';
import { UniqueIndex } from './unique-index.ts';

/** A row and its bucket. */
export interface JudgedRow {
  row: number;
  /** The cells as they were judged, edits of the plan included. */
  cells: readonly string[];
  bucket: 'ready' | 'error' | 'blank' | 'excluded';
  /** Issues of the row first, then those of its cells from left to right. */
  issues: readonly Issue[];
  /** Typed values by field name; null unless the row is ready. */
  values: Readonly<Record<string, Value>> | null;
  /** The cells as they stand in the file, where an edit changed one. */
  original?: readonly string[];
}

/** What rows are judged by. */
export interface RowJudgeOptions {
  plan: Plan;
  recordType: RecordType;
  reference: ReferenceData;
  /** The most characters that a cell may have, for the message. */
  cellLength: number;
  /** Whether typed values of ready rows are wanted; without them judging is a little faster. */
  values: boolean;
}

/** A field with its column, as the plan maps it. */
interface MappedColumn {
  field: Field;
  column: number;
  judge: ColumnJudge;
}

const NO_ISSUES: readonly Issue[] = Object.freeze([]);

/** Compiles a plan into a function that judges the rows of a file one after the other, in order. */
export function rowJudge(options: RowJudgeOptions): (row: Row) => JudgedRow {
  const { plan, recordType } = options;
  const columns = mappedColumns(options);
  const width = plan.columns.length;
  const isMarked = marker(plan.columns.map(({ label }) => label));
  const excluded = new Set(plan.excludedRows);
  const edits = editsByRow(plan.edits);
  const countryColumn = columns.find(({ field }) => field.format === 'country')?.column;
  const primaryKey = primaryKeyRule(recordType, columns);
  const context: RowContext = { row: 0, country: plan.defaultCountry, issues: null };
  const found: (Value | undefined)[] = columns.map(() => null);
  // A workbook stores no cells behind the last one with something in it; delimited text does.
  const shortRowsAreFine = plan.format !== 'csv';

  const judgeCells = (cells: readonly string[]): void => {
    if (countryColumn !== undefined) {
      const country = countryCode(trimmed(cells[countryColumn] ?? ''));
      context.country = country === '' ? plan.defaultCountry : country;
    }
    for (let at = 0; at < columns.length; at++) {
      const mapped = columns[at] as MappedColumn;
      found[at] = mapped.judge(cells[mapped.column] ?? '', context);
    }
    if (primaryKey === null) return;
    primaryKey(found, context);
    context.issues?.sort((a, b) => (a.column ?? -1) - (b.column ?? -1));
  };

  const collect = (): Record<string, Value> => {
    const values: Record<string, Value> = {};
    for (let at = 0; at < columns.length; at++) {
      values[(columns[at] as MappedColumn).field.name] = found[at] ?? null;
    }
    return values;
  };

  return (row) => {
    const edited = edits.get(row.number);
    const cells = edited ? withEdits(row.cells, edited) : row.cells;
    const judged = (bucket: JudgedRow['bucket'], issues: readonly Issue[]): JudgedRow => {
      const values = bucket === 'ready' && options.values ? collect() : null;
      const verdict = { row: row.number, cells, bucket, issues, values };
      return edited ? { ...verdict, original: row.cells } : verdict;
    };

    if (excluded.has(row.number)) return judged('excluded', NO_ISSUES);
    context.row = row.number;
    context.issues = null;
    if (row.damage) addDamage(row.damage.code, context, options.cellLength);
    else if (isBlankRow(cells)) {
      addIssue(context, undefined, 'blank-row', {});
      return judged('blank', context.issues ?? NO_ISSUES);
    } else if (cells.length < width && !shortRowsAreFine) {
      addIssue(context, undefined, 'missing-cell', { expected: width, found: cells.length });
    } else if (cells.length > width && !cells.slice(width).every(isBlankCell)) {
      addIssue(context, undefined, 'extra-cell', { expected: width, found: cells.length });
    } else if (isMarked(cells)) addIssue(context, undefined, 'still-marked', {});
    else judgeCells(cells);

    const issues: Issue[] | null = context.issues;
    if (issues === null) return judged('ready', NO_ISSUES);
    return judged(hasError(issues) ? 'error' : 'ready', issues);
  };
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some(({ code }) => severityOf(code) === 'error');
}

function mappedColumns({ plan, recordType, reference }: RowJudgeOptions): MappedColumn[] {
  const fields = new Map(recordType.fields.map((field) => [field.name, field]));
  const keys = new Set([recordType.matchKey, ...primaryKeyFields(recordType)]);
  const mapped: MappedColumn[] = [];
  for (const { index, field: name } of plan.columns) {
    const field = name === null ? undefined : fields.get(name);
    if (!field) continue;
    const judge = columnJudge({
      field,
      column: index,
      format: plan.formats[field.name] ?? {},
      commaCountry: plan.dialect?.delimiter === ';',
      isKey: keys.has(field.name) || isIdentifier(field),
      missingValues: recordType.missingValues ?? [''],
      reference,
    });
    mapped.push({ field, column: index, judge });
  }
  return mapped.sort((a, b) => a.column - b.column);
}

/** Whether a text field holds ids, so that a number written as 1.23E+10 has lost its digits. */
function isIdentifier(field: Field): boolean {
  if (field.constraints?.unique || field.reference || field.link) return true;
  return /(?:^|[^a-z])(?:id|ids|no|nr|number|code|sku|ean|isbn|iban|account)(?:$|[^a-z])/i.test(
    `${field.name} ${field.title ?? ''}`,
  );
}

function primaryKeyFields({ primaryKey = [] }: RecordType): string[] {
  return typeof primaryKey === 'string' ? [primaryKey] : primaryKey;
}

/** Judges that no two rows have the same primary key, and that no part of it is empty. */
function primaryKeyRule(
  recordType: RecordType,
  columns: readonly MappedColumn[],
): ((found: readonly (Value | undefined)[], context: RowContext) => void) | null {
  const names = primaryKeyFields(recordType);
  const places = names.map((name) => columns.findIndex(({ field }) => field.name === name));
  if (names.length === 0 || places.includes(-1)) return null;
  const index = new UniqueIndex();
  return (found, context) => {
    let key = '';
    for (const place of places) {
      const value = found[place];
      const { field, column } = columns[place] as MappedColumn;
      // A part that has an error of its own was told already.
      if (value === undefined) return;
      if (value === null) {
        addIssue(context, column, 'required', {});
        return;
      }
      key += `${keyOf(field, value)}\u0000`;
    }
    const firstRow = index.firstRow(key, context.row);
    if (firstRow !== 0) addIssue(context, undefined, 'primary-key', { firstRow });
  };
}

function editsByRow(edits: readonly Edit[]): Map<number, Edit[]> {
  const byRow = new Map<number, Edit[]>();
  for (const edit of edits) {
    const known = byRow.get(edit.row);
    if (known) known.push(edit);
    else byRow.set(edit.row, [edit]);
  }
  return byRow;
}

function withEdits(cells: readonly string[], edits: readonly Edit[]): string[] {
  const edited = [...cells];
  for (const { column, text } of edits) {
    while (edited.length < column) edited.push('');
    edited[column] = text;
  }
  return edited;
}

function addDamage(
  code: NonNullable<Row['damage']>['code'],
  context: RowContext,
  limit: number,
): void {
  if (code === 'cell-too-large') addIssue(context, undefined, code, { limit });
  else addIssue(context, undefined, code, {});
}

function isBlankCell(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (!isBlankCell(cell)) return false;
  return true;
}
