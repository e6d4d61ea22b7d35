/**
 * `npm test`: brings browsers where there are none, then runs every gate and every test. Ends with
 * the one line that scripts read, `rowcheck: N passed, M failed`, and fails when anything failed or
 * was skipped.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium, ensureFirefox } from '../browser/install.ts';
import { countTests, type Tally } from './tally.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = join(root, '.cache/test/vitest.json');

/** A gate is one test of its own: it holds or it does not. */
const GATES: readonly { name: string; command: string; args: string[] }[] = [
  { name: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'build for Chrome', command: 'wxt', args: ['build'] },
  { name: 'build for Firefox', command: 'wxt', args: ['build', '-b', 'firefox'] },
];

function execute(command: string, args: string[]): Promise<boolean> {
  const child = spawn(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...browsers },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function runTests(): Promise<Tally> {
  rmSync(results, { force: true });
  mkdirSync(join(root, '.cache/test'), { recursive: true });
  const config = ['--config', 'test/vitest.config.ts'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const succeeded = await execute('vitest', ['run', ...config, ...reporters]);
  return countTests(results, succeeded);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

const begun = performance.now();
const browsers = { CHROMIUM_PATH: ensureChromium(), FIREFOX_PATH: ensureFirefox() };
const tally: Tally = { passed: 0, failed: [], skipped: [] };
for (const { name, command, args } of GATES) {
  const since = performance.now();
  console.log(`\n── ${name}`);
  const holds = await execute(command, args);
  console.log(`── ${name}: ${holds ? 'passed' : 'FAILED'} in ${seconds(since)}`);
  if (holds) tally.passed++;
  else tally.failed.push(name);
}
const tests = await runTests();
tally.passed += tests.passed;
tally.failed.push(...tests.failed);
tally.skipped.push(...tests.skipped);

for (const name of tally.failed) console.log(`failed: ${name}`);
// A test that did not run proves nothing, so it counts as failed.
for (const name of tally.skipped) console.log(`failed, because it was skipped: ${name}`);
const failed = tally.failed.length + tally.skipped.length;
console.log(`\ntook ${seconds(begun)}`);
console.log(`rowcheck: ${tally.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && tally.passed > 0 ? 0 : 1;
