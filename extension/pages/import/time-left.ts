import type { StoredImport } from '../../database/schema.ts';
import { createPace } from './pace.ts';

/** One for the page: every view of an import goes on with what the others have seen. */
const pace = createPace();

/** Milliseconds that an import will still take, as far as this page has seen it move. */
export function timeLeft({ id, import: running }: StoredImport): number | null {
  if (running?.status !== 'Processing') return null;
  return pace.left(id, running.progress.rows, running.progress.total, Date.now());
}
