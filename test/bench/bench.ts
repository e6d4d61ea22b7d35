/**
 * `npm run bench [-- --quick]`: the figures that the README and the issues speak of, each beside its
 * peer measured in the same run. `--quick` takes a tenth of the rows and fewer rounds.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../../server/cli/build.ts';
import { benchBadge } from './badge.ts';
import { benchBundle } from './bundle.ts';
import { benchCheckInBrowser } from './check-browser.ts';
import { benchCheckInNode } from './check-node.ts';
import { bigFile, generate } from './generate.ts';
import { benchImportOnPglite, benchImportOnPostgres } from './import.ts';
import { describeFigure, type Figure } from './measure.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const rows = values.quick ? 100_000 : 1_000_000;
const rounds = 3;

const BENCHES: Record<string, () => Promise<Figure | Figure[]> | Figure> = {
  node: () => benchCheckInNode(file, rounds),
  browser: () => benchCheckInBrowser(file, values.quick ? 1 : rounds),
  pglite: () => benchImportOnPglite(file),
  postgres: () => benchImportOnPostgres(file),
  bundle: benchBundle,
  badge: () => benchBadge(values.quick ? 3 : 9),
};

await ensureBuild();
const file = generate(bigFile(rows), rows);
const [cpu] = cpus();
console.log(
  `${cpus().length} × ${cpu?.model}, Node ${process.version}, ${(file.expected.bytes / 1e6).toFixed(0)} MB`,
);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
  for (const figure of [await bench()].flat()) console.log(describeFigure(figure));
}
