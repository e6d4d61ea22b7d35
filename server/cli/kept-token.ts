import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The very first token is made together with the workspace and is otherwise shown only once. It is
 * kept beside the database, readable by its owner alone, so that a second `npm start` connects too.
 */
const NAME = 'first-token';

export async function keepToken(dataFolder: string, secret: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const path = join(dataFolder, NAME);
  await writeFile(path, `${secret}\n`, { mode: 0o600 });
  // The mode above does not touch a file that was there already.
  await chmod(path, 0o600);
}

/** null when none is kept. */
export async function keptToken(dataFolder: string): Promise<string | null> {
  try {
    return (await readFile(join(dataFolder, NAME), 'utf8')).trim() || null;
  } catch {
    return null;
  }
}
