import type { Import } from '../../shared/contract/imports.ts';

/** An import in a few lines for people. */
import type { RowCounts } from '../../shared/report/report.ts';
export function describeImport(current: Import): string {
  const lines = [`${current.fileName}: ${current.status}`];
  if (current.results) {
    const { total, successes, errors } = current.results;
    lines.push(`  Total Records ${total}, Successes ${successes}, Errors ${errors}`);
  }
  if (current.reason) lines.push(`  ${current.reason.message}`);
  for (const cause of current.causes.filter((it) => it.severity === 'error')) {
    lines.push(`  ${cause.count} × ${cause.title}: ${cause.message}`);
  }
  if (current.prediction?.held === false)
    lines.push('  This differs from what the check predicted.');
  return `${lines.join('\n')}\n`;
}

/** What a check found, in one line. Blank rows are no records, so they are counted apart. */
export function describeRows({ total, ready, error, blank, excluded }: RowCounts): string {
  const rows = total - blank;
  const parts = [
    `${ready} of ${rows} ${rows === 1 ? 'row is' : 'rows are'} ready`,
    `${error} ${error === 1 ? 'has' : 'have'} errors`,
  ];
  if (excluded > 0) parts.push(`${excluded} ${excluded === 1 ? 'is' : 'are'} taken out`);
  if (blank > 0) parts.push(`${blank} blank ${blank === 1 ? 'row is' : 'rows are'} left out`);
  return parts.join(', ');
}
