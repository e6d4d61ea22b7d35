import { memorySource } from '../../shared/bytes/source.ts';
import { type JudgedRow, judgeRows } from '../../shared/check/judge-rows.ts';
import type { ReferenceData } from '../../shared/check/reference.ts';
import type { RecordValues } from '../../shared/contract/records.ts';
import { severityOf } from '../../shared/issues/catalogue.ts';
import { describe } from '../../shared/issues/describe.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import { ApiProblem } from '../http/problem.ts';

/**
 * Judges values given by hand exactly as an import judges a row, by being one: a file of one row
 * whose columns are the fields.
 *
 * @returns the typed values by field name
 * @throws ApiProblem naming every field that is wrong
 */
export async function judgeValues(
  values: RecordValues,
  recordType: RecordType,
  reference: ReferenceData,
): Promise<NonNullable<JudgedRow['values']>> {
  const names = recordType.fields.map((field) => field.name);
  refuseUnknown(values, names, recordType.name);
  const text = names.map((name) => csvCell(values[name] ?? null)).join(',');
  const source = memorySource('record.csv', new TextEncoder().encode(`${text}\n`));
  const plan: Plan = { ...PLAN, recordType: recordType.name, columns: names.map(toColumn) };
  plan.formats = Object.fromEntries(names.map((name) => [name, FORMAT]));
  const judging = judgeRows(source, { plan, recordType: plainly(recordType), reference });
  for await (const { rows } of judging) {
    for (const row of rows) return accept(row, names, recordType);
  }
  throw empty();
}

const PLAN: Plan = {
  version: 1,
  recordType: '',
  format: 'csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', quote: '"', newline: '\n' },
  sheet: null,
  headerRow: null,
  columns: [],
  formats: {},
  defaultCountry: null,
  mode: 'create',
  badRows: 'report',
  edits: [],
  excludedRows: [],
};

/** Values come as the API writes them: ISO dates, numbers with a point. */
const FORMAT = { dateOrder: 'year-first', decimalMark: '.' } as const;

/** The record type without what it says about how files write values. */
function plainly(recordType: RecordType): RecordType {
  return {
    ...recordType,
    missingValues: [''],
    fields: recordType.fields.map((field) => {
      const { trueValues, falseValues, decimalChar, groupChar, bareNumber, format, ...plain } =
        field;
      return field.type === 'string' && format !== undefined ? { ...plain, format } : plain;
    }),
  };
}

function toColumn(name: string, index: number): Plan['columns'][number] {
  return { index, label: name, field: name, by: 'exact' };
}

function csvCell(value: RecordValues[string]): string {
  return value === null ? '' : `"${String(value).replaceAll('"', '""')}"`;
}

function refuseUnknown(values: RecordValues, names: readonly string[], recordType: string): void {
  const details = Object.keys(values)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      path: `values.${name}`,
      message: `The record type “${recordType}” has no field “${name}”.`,
    }));
  if (details.length > 0) throw invalid(details);
}

function accept(row: JudgedRow, names: readonly string[], recordType: RecordType) {
  if (row.bucket === 'ready' && row.values) return row.values;
  if (row.bucket === 'blank') throw empty();
  const details = row.issues
    .filter((issue) => severityOf(issue.code) === 'error')
    .map((issue) => {
      const name = names[issue.column ?? -1];
      const title = recordType.fields.find((field) => field.name === name)?.title ?? name;
      const { row: _row, ...anywhere } = issue;
      const { message } = describe(anywhere, {
        label: title,
        value: row.cells[issue.column ?? -1],
      });
      return { path: name === undefined ? 'values' : `values.${name}`, message };
    });
  throw invalid(details);
}

function empty(): ApiProblem {
  return new ApiProblem(
    422,
    'empty-record',
    'The record has no value. Fill in at least one field.',
  );
}

function invalid(details: { path: string; message: string }[]): ApiProblem {
  const message = details[0]?.message ?? 'The values do not fit the record type.';
  return new ApiProblem(422, 'invalid-record', message, { details });
}
