import { type FormatDecider, formatDecider } from '../cells/decide-format.ts';
import type { ColumnFormat, ColumnPlan, Dialect } from '../plan/plan.ts';
import type { RecordType } from '../record-types/record-type.ts';
import type { Evidence, Question } from '../report/report.ts';
import type { Row } from '../rows/row.ts';

/** How the columns are read whose cells do not tell by themselves. */
export interface Formats {
  formats: Record<string, ColumnFormat>;
  evidence: Evidence[];
  questions: Question[];
}

interface Undecided {
  column: ColumnPlan;
  field: string;
  decider: FormatDecider;
}

/**
 * Decides how date and number columns are read: by the sample, and by the rest of the rows as long as
 * a column is open. What is given is not looked at.
 */
export async function decideFormats(options: {
  columns: readonly ColumnPlan[];
  recordType: RecordType;
  dialect: Dialect | null;
  given: Readonly<Record<string, ColumnFormat>>;
  sample: readonly Row[];
  rest: AsyncIterable<readonly Row[]>;
}): Promise<Formats> {
  const { columns, recordType, dialect, given, sample, rest } = options;
  const fields = new Map(recordType.fields.map((field) => [field.name, field]));
  const undecided: Undecided[] = [];
  for (const column of columns) {
    const field = column.field === null ? undefined : fields.get(column.field);
    if (!field || given[field.name]) continue;
    const decider = formatDecider(field, dialect?.delimiter === ';');
    if (decider) undecided.push({ column, field: field.name, decider });
  }
  let open = undecided;
  const see = (rows: readonly Row[]): void => {
    for (const { number, cells } of rows) {
      for (const { column, decider } of open) decider.see(number, cells[column.index] ?? '');
    }
    open = open.filter(({ decider }) => decider.isOpen());
  };
  see(sample);
  if (open.length > 0) {
    for await (const rows of rest) {
      see(rows);
      if (open.length === 0) break;
    }
  }
  const result: Formats = { formats: { ...given }, evidence: [], questions: [] };
  for (const { column, field, decider } of undecided) {
    const { format, evidence, question } = decider.decide();
    if (Object.keys(format).length > 0) result.formats[field] = format;
    if (evidence) result.evidence.push({ field, ...evidence });
    if (question) {
      result.questions.push({ field, label: column.label, column: column.index, ...question });
    }
  }
  return result;
}
