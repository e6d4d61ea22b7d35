import { onPath, runs } from '../../server/cli/executable.ts';

const NAMES = ['firefox-esr', 'firefox'];

const APPLICATIONS = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * Where a Firefox is on this machine, or null: `$FIREFOX_PATH`, then the path. (`FIREFOX` alone would
 * reach the code under test as `import.meta.env.FIREFOX`, which says for which browser it is built.)
 */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.FIREFOX_PATH) return runs(env.FIREFOX_PATH) ? env.FIREFOX_PATH : null;
  return [...onPath(NAMES, env), ...APPLICATIONS].find(runs) ?? null;
}
