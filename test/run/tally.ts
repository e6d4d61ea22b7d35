import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Tally {
  passed: number;
  /** Names of what failed. */
  failed: string[];
  /** Names of what did not run. */
  skipped: string[];
}

/** The part of Vitest's JSON report that is counted. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Counts Vitest's JSON report. A file that failed to load has no tests in it and counts as one
 * failure; so does a run that failed as a whole (an unhandled error) though every test passed.
 *
 * @param succeeded whether Vitest itself said so
 */
export function countTests(path: string, succeeded: boolean): Tally {
  const tally: Tally = { passed: 0, failed: [], skipped: [] };
  if (!existsSync(path)) return { ...tally, failed: ['vitest wrote no report'] };
  const report = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  for (const file of report.testResults) {
    const before = tally.failed.length;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') tally.passed++;
      else if (test.status === 'failed') tally.failed.push(`${file.name}: ${test.fullName}`);
      else tally.skipped.push(`${file.name}: ${test.fullName}`);
    }
    if (file.status === 'failed' && tally.failed.length === before) tally.failed.push(file.name);
  }
  if (!succeeded && tally.failed.length === 0) tally.failed.push('the run of vitest as a whole');
  return tally;
}
