import { onPath, runs } from '../../server/cli/executable.ts';

const NAMES = ['firefox-esr', 'firefox'];

const APPLICATIONS = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Where a Firefox is on this machine, or null: `$FIREFOX`, then the path. */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.FIREFOX) return runs(env.FIREFOX) ? env.FIREFOX : null;
  return [...onPath(NAMES, env), ...APPLICATIONS].find(runs) ?? null;
}
