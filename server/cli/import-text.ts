import type { Import } from '../../shared/contract/imports.ts';

/** An import in a few lines for people. */
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
