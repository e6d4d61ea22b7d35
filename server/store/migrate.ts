import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';

const FOLDER = fileURLToPath(new URL('../migrations/', import.meta.url));

/** Any number of ours: what two servers starting at once both ask the database to lock. */
const LOCK = 720_317_001;

/**
 * Brings the database to the newest schema: applies, in the order of their numbers, the files of
 * `server/migrations` that were not applied yet, each in a transaction of its own.
 *
 * @returns the names of the files applied now
 */
export async function migrate(database: Database, folder: string = FOLDER): Promise<string[]> {
  await database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await tx.query(
      `CREATE TABLE IF NOT EXISTS migrations (
         name text PRIMARY KEY,
         applied_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
  });
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[\w-]+\.sql$/.test(name)).sort();
  const applied: string[] = [];
  for (const name of names) {
    const script = await readFile(`${folder}/${name}`, 'utf8');
    if (await apply(database, name, script)) applied.push(name);
  }
  return applied;
}

function apply(database: Database, name: string, script: string): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const done = await tx.query('SELECT 1 FROM migrations WHERE name = $1', [name]);
    if (done.length > 0) return false;
    await tx.exec(script);
    await tx.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    return true;
  });
}
