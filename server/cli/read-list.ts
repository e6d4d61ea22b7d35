import { DEFAULT_LIMITS } from '../../shared/check/limits.ts';
import { Refusal } from '../../shared/issues/refusal.ts';
import { detectFormat } from '../../shared/rows/format.ts';
import { readRows } from '../../shared/rows/read-rows.ts';
import { isBlank, type Row } from '../../shared/rows/row.ts';
import { CallError } from './command.ts';
import { openFile } from './file-source.ts';
import { messageOf } from './issue-line.ts';

/** A row of a list by the names of its columns, empty cells left out. */
export interface ListRow {
  row: number;
  cells: Record<string, string>;
}

/**
 * Reads a small list with a header (CSV, TSV or a workbook) as the engine reads every file.
 *
 * @param columns names that the header may have, in small letters; `required` ones it must have
 * @throws CallError naming the file and what is wrong with it
 */
export async function readList(
  path: string,
  columns: { required: readonly string[]; optional: readonly string[] },
  signal: AbortSignal,
): Promise<ListRow[]> {
  const source = await openFile(path);
  const list: ListRow[] = [];
  let header: string[] | null = null;
  try {
    const format = await detectFormat(source, {}, DEFAULT_LIMITS, signal);
    for await (const { rows } of readRows(source, format, DEFAULT_LIMITS, signal)) {
      for (const row of rows) {
        if (isBlank(row)) continue;
        if (header) list.push(asListRow(row, header, columns));
        else header = readHeader(path, row, columns.required);
      }
    }
  } catch (error) {
    if (error instanceof Refusal) throw new CallError(`${path}: ${messageOf(error.issue)}`);
    throw error;
  }
  return list;
}

function readHeader(path: string, row: Row, required: readonly string[]): string[] {
  const labels = row.cells.map((cell) => cell.trim().toLowerCase());
  const absent = required.filter((name) => !labels.includes(name));
  if (absent.length === 0) return labels;
  throw new CallError(
    `${path} needs a header with the columns ${required.join(' and ')}. Missing: ${absent.join(', ')}.`,
  );
}

function asListRow(
  row: Row,
  header: readonly string[],
  columns: { required: readonly string[]; optional: readonly string[] },
): ListRow {
  const cells: Record<string, string> = {};
  for (const name of [...columns.required, ...columns.optional]) {
    const text = row.cells[header.indexOf(name)]?.trim();
    if (text) cells[name] = text;
  }
  return { row: row.number, cells };
}
