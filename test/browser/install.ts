import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../server/cli/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A Chromium of this machine; where there is none, brings one and says so. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROMIUM) {
    throw new Error(
      `CHROMIUM names ${process.env.CHROMIUM}, which does not start. Correct or unset it.`,
    );
  }
  bring();
  const brought = findChromium();
  if (!brought) throw new Error('No Chromium could be installed. Set CHROMIUM to the path of one.');
  return brought;
}

function bring(): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here: installing the one of the distribution.');
    try {
      apt('update');
      apt('install', '-y', '--no-install-recommends', 'chromium');
      if (findChromium()) return;
    } catch {
      console.log('The distribution has none that works.');
    }
  }
  console.log("No Chromium here: installing Playwright's.");
  run('npx', ['playwright-core', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
}

function apt(...args: string[]): void {
  run('apt-get', ['-q', ...args]);
}

function run(command: string, args: string[]): void {
  execFileSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
