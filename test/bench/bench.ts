/**
 * `npm run bench [-- --quick]`: the figures that the README and the issues speak of, each beside its
 * peer measured in the same run. `--quick` takes a tenth of the rows and fewer rounds, `--readme` writes
 * what was measured into the README.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../../server/cli/build.ts';
import { benchBadge } from './badge.ts';
import { benchBundle } from './bundle.ts';
import { benchCheckInBrowser } from './check-browser.ts';
import { benchCheckInNode } from './check-node.ts';
import { bigFile, generate } from './generate.ts';
import { benchImportOnPglite, benchImportOnPostgres } from './import.ts';
import { describeFigure, type Figure, figureTable } from './measure.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    readme: { type: 'boolean' },
  },
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
const machine = `${cpus().length} × ${cpu?.model}, Node ${process.version}, ${(file.expected.bytes / 1e6).toFixed(0)} MB`;
console.log(machine);
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
  for (const figure of [await bench()].flat()) {
    figures.push(figure);
    console.log(describeFigure(figure));
  }
}

if (values.readme) writeReadme();

function writeReadme(): void {
  const path = new URL('../../README.md', import.meta.url);
  const place = /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/;
  const text = readFileSync(path, 'utf8');
  if (!place.test(text)) throw new Error('The README has no place for figures');
  const table = `Measured on ${machine}.\n\n${figureTable(figures)}\n`;
  writeFileSync(
    path,
    text.replace(place, (_all, begin, end) => `${begin}${table}${end}`),
  );
}
