import type { ByteSource } from '../../../shared/bytes/source.ts';
import { memorySource } from '../../../shared/bytes/source.ts';
import { DEFAULT_LIMITS, type Limits } from '../../../shared/check/limits.ts';
import { Refusal } from '../../../shared/issues/refusal.ts';
import type { PlanOptions } from '../../../shared/plan/plan.ts';
import { detectFormat, type TableFormat } from '../../../shared/rows/format.ts';
import { readRows } from '../../../shared/rows/read-rows.ts';
import type { Row } from '../../../shared/rows/row.ts';

export function fileOf(content: string | Uint8Array, name = 'file.csv'): ByteSource {
  return memorySource(
    name,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
}

export interface Reading {
  format: TableFormat;
  rows: Row[];
}

/** Detects and reads a whole file. */
export async function readAll(
  source: ByteSource,
  given: PlanOptions = {},
  limits: Partial<Limits> = {},
): Promise<Reading> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const format = await detectFormat(source, given, all);
  const rows: Row[] = [];
  for await (const batch of readRows(source, format, all)) rows.push(...batch.rows);
  return { format, rows };
}

/** Only the cells. */
export async function cellsOf(source: ByteSource, given: PlanOptions = {}): Promise<string[][]> {
  const { rows } = await readAll(source, given);
  return rows.map(({ cells }) => [...cells]);
}

/** Code and parameters of the refusal that reading ends in; null when it ends in none. */
export async function refusalOf(
  source: ByteSource,
  given: PlanOptions = {},
  limits: Partial<Limits> = {},
): Promise<[code: string, params: object] | null> {
  try {
    await readAll(source, given, limits);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return [error.issue.code, error.issue.params];
    throw error;
  }
}

/** The same bytes, handed out in pieces of the sizes given, over and over. */
export function inPieces(source: ByteSource, sizes: readonly number[]): ByteSource {
  let turn = 0;
  return {
    name: source.name,
    size: source.size,
    read: (start, end) => {
      const size = sizes[turn++ % sizes.length] ?? 1;
      return source.read(start, Math.min(end, start + size));
    },
  };
}
