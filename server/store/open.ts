import type { Database } from './database.ts';
import { folderProblem } from './folder-unusable.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/**
 * Opens the database that the configuration names and brings it to the newest schema.
 *
 * @throws FolderInUse when another process holds the data folder
 * @throws FolderUnusable when the embedded database cannot live in it
 * @throws DatabaseUnreachable
 */
export async function openDatabase(config: {
  dataFolder: string;
  databaseUrl: string | null;
}): Promise<Database> {
  const database =
    config.databaseUrl === null
      ? await openPglite(config.dataFolder)
      : await openPostgres(config.databaseUrl);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    // Why the schema could not be brought up to date says more than what would not close after it.
    await database.close().catch(() => {});
    throw database.dialect === 'pglite' ? folderProblem(config.dataFolder, error) : error;
  }
}
