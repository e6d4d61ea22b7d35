import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/**
 * Opens the database that the configuration names and brings it to the newest schema.
 *
 * @throws FolderInUse when another process holds the data folder
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
    await database.close();
    throw error;
  }
}
