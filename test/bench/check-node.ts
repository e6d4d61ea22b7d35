import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileSource } from '../../server/uploads/file-source.ts';
import { check } from '../../shared/check/check.ts';
import { builtinRecordTypes } from '../../shared/record-types/builtin.ts';
import type { Report } from '../../shared/report/report.ts';
import type { Expected, Generated } from './generate.ts';
import { type Figure, median, timed } from './measure.ts';

/** What a check in Node says about the generated file. */
export async function checkInNode({ file, expected }: Generated): Promise<Report> {
  return check(await fileSource(file, basename(file)), {
    recordTypes: builtinRecordTypes,
    given: { recordType: 'contact' },
    reference: { users: new Set(expected.users), teams: new Set(expected.teams) },
  });
}

const CLI = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));

// `shared` declares only the part of PapaParse that the engine uses, and not this one.
const Papa = createRequire(import.meta.url)('papaparse') as {
  parse(text: string, config: object): void;
};

/** PapaParse merely parsing the same bytes: decoded, split into rows, counted. */
function parseOnly(file: string): number {
  let rows = 0;
  Papa.parse(readFileSync(file, 'utf8'), {
    chunkSize: 1 << 20,
    chunk: ({ data }: { data: unknown[] }) => {
      rows += data.length;
    },
  });
  return rows;
}

/** Where a report differs from what the generator knows; empty when the check is right. */
export function differences({ rows, issueCounts }: Report, expected: Expected): string[] {
  const found: Record<string, number | undefined> = issueCounts;
  const wrong = Object.entries(expected.counts)
    .filter(([code, count]) => (found[code] ?? 0) !== count)
    .map(([code, count]) => `${code}: ${found[code] ?? 0} instead of ${count}`);
  if (rows.total !== expected.rows) wrong.push(`rows: ${rows.total} instead of ${expected.rows}`);
  if (rows.error !== expected.bad) wrong.push(`bad rows: ${rows.error} instead of ${expected.bad}`);
  return wrong;
}

/** PapaParse counts the header and the empty line at the end as rows. */
export function expectRows(counted: number, { rows }: Expected): void {
  if (counted !== rows + 2) throw new Error(`PapaParse counted ${counted} rows`);
}

/** The most memory that a check alone takes, in MB, the runtime included. */
function peakMemory({ file, expected }: Generated): number {
  const call = [`--import=${import.meta.resolve('./report-memory.ts')}`, CLI, 'check', file];
  const { stderr } = spawnSync(process.execPath, [...call, '--type', 'contact'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
  if (!peak) throw new Error(`The check of ${expected.rows} rows did not end: ${stderr}`);
  return Math.round(Number(peak) / 1000);
}

/** A check of the whole file in Node beside PapaParse, taking turns. */
export async function benchCheckInNode(generated: Generated, rounds: number): Promise<Figure> {
  const ours: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const checked = await timed(() => checkInNode(generated));
    const wrong = differences(checked.value, generated.expected);
    if (wrong.length > 0) throw new Error(`The check is wrong: ${wrong.join('; ')}`);
    ours.push(checked.seconds);
    const parsed = await timed(() => parseOnly(generated.file));
    expectRows(parsed.value, generated.expected);
    peers.push(parsed.seconds);
  }
  return {
    name: `check of ${generated.expected.rows} rows in Node`,
    ours: median(ours),
    peer: { name: 'PapaParse parsing', value: median(peers) },
    unit: 's',
    note: `${peakMemory(generated)} MB resident at most`,
  };
}
