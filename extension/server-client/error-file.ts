import { errorFileHeader, errorFileLine, errorFileName } from '../../shared/error-file/csv.ts';
import { database } from '../database/database.ts';
import { rowsOf } from '../database/imports.ts';
import { belongsTo, currentAccess } from './access.ts';
import { createServerClient } from './client.ts';
import { ServerProblem } from './problem.ts';

/**
 * The error file of an import: from its server, or from the copy kept here when the server cannot be
 * reached. Both have the same content.
 *
 * @throws Error with words for the person when neither has it
 */
export async function errorFile(importId: string): Promise<File> {
  const stored = await (await database()).get('imports', importId);
  if (!stored?.import) throw new Error('The server does not have this import yet.');
  const name = errorFileName(stored.fileName);
  try {
    const access = await currentAccess();
    if (!access || !belongsTo(stored, access)) {
      throw new ServerProblem('unreachable', `Connect to ${stored.serverOrigin} again.`);
    }
    const file = await createServerClient(access).errorFile(stored.import.id);
    return new File([file], name, { type: 'text/csv' });
  } catch (error) {
    if (stored.errorRows.state !== 'complete') throw error;
    return new File(await keptLines(importId, stored.errorRows.labels), name, { type: 'text/csv' });
  }
}

/** As the server writes them: a row with too many cells keeps them all, in columns without a label. */
async function keptLines(importId: string, labels: readonly string[]): Promise<string[]> {
  const { store } = (await database()).transaction('errorRecords');
  let width = labels.length;
  for await (const { value } of store.iterate(rowsOf(importId))) {
    width = Math.max(width, value.cells.length);
  }
  const lines = [errorFileHeader(Array.from({ length: width }, (_, index) => labels[index] ?? ''))];
  for await (const { value } of store.iterate(rowsOf(importId))) {
    lines.push(errorFileLine(value, width));
  }
  return lines;
}
