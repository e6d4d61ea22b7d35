import type { ImportCause } from '../../shared/contract/imports.ts';
import type { StoredImport } from '../database/schema.ts';

const number = new Intl.NumberFormat('en');

/** One line that says how an import ended and why; the title is the extension's name. */
export function notificationText({ fileName, upload, import: ended }: StoredImport): string {
  if (!ended) return `${fileName} could not be sent. ${upload.problem ?? ''}`.trim();
  const { total, successes, errors } = ended.results ?? { total: 0, successes: 0, errors: 0 };
  if (ended.outcome === 'failed') {
    if (ended.reason?.code === 'cancelled') {
      const kept = successes > 0 ? ` ${number.format(successes)} rows were imported before.` : '';
      return `${fileName}: cancelled.${kept}`;
    }
    // How much was imported before, the reason says itself.
    const reason = ended.reason?.message ?? 'The server gave no reason.';
    return `${fileName}: ${successes > 0 ? 'stopped' : 'not imported'}. ${reason}`;
  }
  if (errors === 0) {
    return total === 1
      ? `${fileName}: the one row is imported.`
      : `${fileName}: all ${number.format(total)} rows imported.`;
  }
  const [cause] = ended.causes.filter((one) => one.severity === 'error');
  const why = cause ? because(cause, errors) : '';
  return `${fileName}: ${number.format(successes)} of ${number.format(total)} imported. ${number.format(errors)} failed${why}`;
}

/** The causes whose value is the point are named by it; of the others the title says more. */
function because({ code, count, value, title, label }: ImportCause, errors: number): string {
  if (value && (code === 'unknown-team' || code === 'unknown-user')) {
    if (errors === 1) return `: ${value} does not exist`;
    const share = count >= errors ? 'all' : number.format(count);
    return `, ${share} because ${value} does not exist`;
  }
  const start = `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  const words = `${start}${label ? ` in “${label}”` : ''}${value ? ` (${value})` : ''}`;
  if (errors === 1) return `: ${words}`;
  // Titles are no sentences: "all because not a date" would be none either.
  return count >= errors
    ? `, all for the same reason: ${words}`
    : `, ${number.format(count)} of them: ${words}`;
}
