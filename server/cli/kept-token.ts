import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/**
 * The very first token is made together with the workspace. With the embedded database it is kept
 * beside it, readable by its owner alone: whoever reads that folder has the records themselves. So a
 * second `npm start` connects too. With a PostgreSQL server it is said once and kept nowhere.
 */
const NAME = 'first-token';

/** Keeps the first token where that is safe, and says it in a sentence for the administrator. */
export async function sayFirstToken(
  { dataFolder, databaseUrl }: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  secret: string,
): Promise<string> {
  if (databaseUrl !== null) return `The administrator's token, shown only now: ${secret}`;
  await mkdir(dataFolder, { recursive: true });
  const path = join(dataFolder, NAME);
  await writeFile(path, `${secret}\n`, { mode: 0o600 });
  // The mode above does not touch a file that was there already.
  await chmod(path, 0o600);
  return `The administrator's token: ${secret} (kept in ${path}, for your eyes only)`;
}

/** null when none is kept. */
export async function keptToken(dataFolder: string): Promise<string | null> {
  try {
    return (await readFile(join(dataFolder, NAME), 'utf8')).trim() || null;
  } catch {
    return null;
  }
}
