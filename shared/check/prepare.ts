import type { ByteSource } from '../bytes/source.ts';
import { restorer } from '../error-file/recognise.ts';
import { findHeader } from '../header/find-header.ts';
import type { Issue } from '../issues/issue.ts';
import { Refusal, refuse } from '../issues/refusal.ts';
import { knowsLabel } from '../map/field-names.ts';
import { guessRecordType } from '../map/guess-record-type.ts';
import type { Plan, PlanOptions } from '../plan/plan.ts';
import type { RecordType } from '../record-types/record-type.ts';
import type { Evidence, Question } from '../report/report.ts';
import { detectFormat, type SheetInfo, type TableFormat } from '../rows/format.ts';
import { readRows } from '../rows/read-rows.ts';
import { isBlank, type Row, type RowBatch } from '../rows/row.ts';
import { decideFormats } from './decide-formats.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';

/** Everything that is decided before the first row is judged. */
export interface Prepared {
  plan: Plan;
  recordType: RecordType;
  sheets: SheetInfo[];
  evidence: Evidence[];
  questions: Question[];
  /** Issues of the header. One of severity `error` means that nothing can be imported. */
  issues: Issue[];
  refusal: null;
  /** The first rows below the header. */
  sample: Row[];
}

/** A file that cannot be read, and what is known of it all the same. */
export interface Unprepared {
  refusal: Issue;
  /** Another sheet may be readable. */
  sheets: SheetInfo[];
}

export interface PrepareOptions {
  recordTypes: readonly RecordType[];
  given?: PlanOptions;
  limits?: Limits;
  signal?: AbortSignal;
}

/** How many rows are looked at before columns are mapped and formats decided. */
const SAMPLE_ROWS = 1000;

/**
 * Reads as much of a file as it takes to decide how it is read and imported; what `given` says wins.
 *
 * @throws the signal's reason once it is aborted; RangeError when `given` names no known record type
 */
export async function prepare(
  source: ByteSource,
  options: PrepareOptions,
): Promise<Prepared | Unprepared> {
  const { given = {}, limits = DEFAULT_LIMITS, signal } = options;
  let sheets: SheetInfo[] = [];
  try {
    const format = await detectFormat(source, given, limits, signal);
    sheets = format.sheets;
    return await prepared(source, format, options);
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.issue, sheets };
    throw error;
  }
}

async function prepared(
  source: ByteSource,
  { format, encoding, dialect, sheet, sheets }: TableFormat,
  options: PrepareOptions,
): Promise<Prepared> {
  const { given = {}, limits = DEFAULT_LIMITS, signal } = options;
  const recordTypes = chosenTypes(options.recordTypes, given);
  const reader = readRows(source, { format, encoding, dialect, sheet }, limits, signal);
  try {
    const head = await firstRows(reader);
    if (head.every(isBlank)) throw refuse('empty-file', {});
    const headerRow = chosenHeader(head, recordTypes, given);
    const labels = labelsOf(head, headerRow);
    const restore = restorer(labels);
    const below = head.filter(({ number }) => number > (headerRow ?? 0)).map(restore);
    const { recordType, mapping } = guessRecordType(recordTypes, {
      labels,
      sample: below.map(({ cells }) => cells),
      given: given.columns ?? [],
      headerRow,
    });
    const { columns } = mapping;
    const { formats, evidence, questions } = await decideFormats({
      columns,
      recordType,
      dialect,
      given: given.formats ?? {},
      sample: below,
      rest: rowsOf(reader, restore),
    });
    const plan: Plan = {
      version: 1,
      recordType: recordType.name,
      format,
      encoding,
      dialect,
      sheet,
      headerRow,
      columns,
      formats,
      defaultCountry: given.defaultCountry ?? null,
      mode: given.mode ?? 'create',
      badRows: given.badRows ?? 'report',
      edits: given.edits ?? [],
      excludedRows: given.excludedRows ?? [],
    };
    const { issues } = mapping;
    return { plan, recordType, sheets, evidence, questions, issues, refusal: null, sample: below };
  } finally {
    await reader.return();
  }
}

function chosenTypes(
  recordTypes: readonly RecordType[],
  given: PlanOptions,
): readonly RecordType[] {
  if (given.recordType === undefined) return recordTypes;
  const chosen = recordTypes.find(({ name }) => name === given.recordType);
  if (!chosen) throw new RangeError(`There is no record type “${given.recordType}”.`);
  return [chosen];
}

/**
 * The first rows of the file, blank ones included, and behind them as many as it takes to have two with
 * something in them, a header and a row; the reader stands behind the last one.
 */
async function firstRows(reader: AsyncGenerator<RowBatch>): Promise<Row[]> {
  const rows: Row[] = [];
  let filled = 0;
  while (rows.length < SAMPLE_ROWS || filled < 2) {
    const { value, done } = await reader.next();
    if (done) break;
    for (const row of value.rows) {
      const blank = isBlank(row);
      if (!blank) filled++;
      if (!blank || rows.length < SAMPLE_ROWS) rows.push(row);
    }
  }
  return rows;
}

async function* rowsOf(
  reader: AsyncGenerator<RowBatch>,
  restore: (row: Row) => Row,
): AsyncGenerator<readonly Row[]> {
  for await (const { rows } of reader) yield rows.map(restore);
}

function chosenHeader(
  head: readonly Row[],
  recordTypes: readonly RecordType[],
  given: PlanOptions,
): number | null {
  if (given.headerRow !== undefined) return given.headerRow;
  return findHeader(head, knowsLabel(recordTypes));
}

/**
 * The labels of all columns: those of the header and, where rows are wider, as many blank ones as the
 * table has columns with something in them. Without a header columns are named by their number.
 */
function labelsOf(head: readonly Row[], headerRow: number | null): string[] {
  const header = head.find(({ number }) => number === headerRow);
  if (!header) {
    const width = usualWidth(head);
    return Array.from({ length: width }, (_, index) => `Column ${index + 1}`);
  }
  const labels = header.cells.map((label) => label.trim());
  const below = head.filter(({ number }) => number > header.number);
  // Delimiters behind the last label make no column unless something stands in it.
  while (labels.at(-1) === '' && !below.some(({ cells }) => cells[labels.length - 1]?.trim())) {
    labels.pop();
  }
  return labels;
}

/** The most frequent number of cells of a row. */
function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
