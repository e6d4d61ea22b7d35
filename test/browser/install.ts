import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../server/cli/chromium.ts';
import { findFirefox } from './find-firefox.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A browser that tests run in. */
interface Browser {
  name: string;
  /** The variable that names the path of one. */
  variable: 'CHROMIUM_PATH' | 'FIREFOX_PATH';
  find(): string | null;
  /** Its package in Debian. */
  debian: string;
  /** Brings one where the distribution has none or nobody is root; absent where nothing can. */
  bring?(isRoot: boolean): void;
  /** What a person can do where nothing brought one. */
  help: string;
}

/** A Chromium of this machine; where there is none, brings one and says so. */
export function ensureChromium(): string {
  return ensure({
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    find: findChromium,
    debian: 'chromium',
    bring(isRoot) {
      console.log("No Chromium here: installing Playwright's.");
      run('npx', ['playwright-core', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
    },
    help: 'Install Chromium',
  });
}

/** A Firefox of this machine; where there is none and we are root on Debian, brings one and says so. */
export function ensureFirefox(): string {
  return ensure({
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    find: findFirefox,
    debian: 'firefox-esr',
    // Playwright's is not the one that people have.
    help: 'Install Firefox (on Debian: sudo apt-get install firefox-esr; elsewhere: from firefox.com)',
  });
}

/** @throws Error with words for the person when there is none and none can be brought */
function ensure({ name, variable, find, debian, bring, help }: Browser): string {
  const found = find();
  if (found) return found;
  const given = process.env[variable];
  if (given) {
    throw new Error(`${variable} names ${given}, which does not start. Correct or unset it.`);
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) installPackage(name, debian);
  let brought = find();
  if (!brought && bring) {
    bring(isRoot);
    brought = find();
  }
  if (brought) return brought;
  throw new Error(
    `The tests need ${name} and there is none. ${help}, or set ${variable} to the path of one.`,
  );
}

function installPackage(name: string, debian: string): void {
  console.log(`No ${name} here: installing the one of the distribution.`);
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', debian);
  } catch {
    console.log('The distribution has none that can be installed.');
  }
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
