import { describeCause } from '../../shared/issues/describe.ts';
import type { ColumnPlan } from '../../shared/plan/plan.ts';
import type { Cause, Evidence, Report } from '../../shared/report/report.ts';
import type { CheckedFile } from './check-file.ts';
import type { Output } from './output.ts';

/** Prints what was found in one file, short and for people. */
export async function writeHuman(
  out: Output,
  { path, report, failure }: CheckedFile,
): Promise<void> {
  if (failure) {
    const text = failure.message.startsWith(path) ? failure.message : `${path}: ${failure.message}`;
    await out.line(
      `${failure.code === 'source-error' ? failure.message : text} ${failure.fix}`.trim(),
    );
    return;
  }
  if (!report) return;
  const lines = [verdict(path, report), `  read as ${reading(report)}`];
  lines.push(...report.evidence.map((it) => `  ${evidence(it, report.plan.columns)}`));
  for (const { label, row, value } of report.questions) {
    lines.push(`  ${label} can be read in two ways: row ${row} is ${value}. Say which in a plan.`);
  }
  const references = report.notChecked.filter((what) => what !== 'records');
  if (references.length > 0) {
    lines.push(`  not checked without a server: ${references.join(' and ')}`);
  }
  for (const cause of report.causes) lines.push('', ...causeLines(cause));
  await out.line(lines.join('\n'));
}

function verdict(path: string, { rows }: Report): string {
  const parts = [`${rows.ready} ready`, `${rows.error} with errors`];
  if (rows.blank > 0) parts.push(`${rows.blank} blank`);
  if (rows.excluded > 0) parts.push(`${rows.excluded} taken out`);
  return `${path}: ${rows.total} ${rows.total === 1 ? 'row' : 'rows'}, ${parts.join(', ')}`;
}

function reading({ plan }: Report): string {
  const parts = [`${plan.recordType}s`, plan.format.toUpperCase()];
  if (plan.encoding) parts.push(plan.encoding);
  if (plan.dialect) parts.push(`delimiter ${JSON.stringify(plan.dialect.delimiter)}`);
  if (plan.sheet !== null) parts.push(`sheet ${plan.sheet}`);
  parts.push(plan.headerRow === null ? 'no header' : `header in row ${plan.headerRow}`);
  return parts.join(', ');
}

function evidence(
  { field, decision, row, value }: Evidence,
  columns: readonly ColumnPlan[],
): string {
  // A file without a header has columns without a label.
  const label = columns.find((column) => column.field === field)?.label || field;
  return `${label} is read ${decision.replace('-', ' ')}, because row ${row} is ${value}`;
}

function causeLines(cause: Cause): string[] {
  const { title, message, fix } = describeCause(cause);
  return [
    `  ${cause.count} × ${title}${cause.severity === 'error' ? '' : ` (${cause.severity})`}`,
    `    ${message}`,
    `    ${fix}`,
  ];
}
