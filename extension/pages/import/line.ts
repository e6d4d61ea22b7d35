import type { StoredImport } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { progressLine, progressOf } from './progress.ts';

/**
 * An import in one line, as the list shows it: what it does, or what came of it and why.
 *
 * @param left milliseconds it will still take, where that is known
 */
export function lineOf(
  stored: Pick<StoredImport, 'import' | 'upload' | 'fileSize'>,
  left: number | null,
): string {
  const progress = progressOf(stored, left);
  if (progress) return progressLine(progress);
  const ended = stored.import;
  if (!ended) return stored.upload.problem ?? en.details.uploadFailed;
  if (ended.outcome === 'failed') return ended.reason?.message ?? en.details.failed;
  const { total, successes } = ended.results ?? { total: 0, successes: 0 };
  if (ended.outcome === 'success') return en.imports.allImported(total);
  const first = ended.causes.find((cause) => cause.severity === 'error');
  const imported = en.imports.someImported(successes, total);
  return first ? `${imported} ${en.imports.errors(first.count, first.title)}` : imported;
}
