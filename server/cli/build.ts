import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The production builds of the extension, as browsers load them. */
const BUILDS = {
  chrome: join(ROOT, '.output/chrome-mv3'),
  firefox: join(ROOT, '.output/firefox-mv3'),
};

/** The build for Chromium. */
export const BUILD = BUILDS.chrome;

/** The build for Firefox. */
export const FIREFOX_BUILD = BUILDS.firefox;

/** Everything that goes into the build. */
const SOURCES = ['extension', 'shared', 'wxt.config.ts', 'package-lock.json'];

/** Builds the extension for a browser when there is no build or any source is newer. */
export async function ensureBuild(browser: keyof typeof BUILDS = 'chrome'): Promise<void> {
  const built = join(BUILDS[browser], 'manifest.json');
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (builtAt > Math.max(...SOURCES.map((path) => newest(join(ROOT, path))))) return;
  const child = spawn(join(ROOT, 'node_modules/.bin/wxt'), ['build', '-b', browser], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error('The extension could not be built; the reason stands above.');
}

/** Time of the latest change in a file or folder, in milliseconds. */
function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
