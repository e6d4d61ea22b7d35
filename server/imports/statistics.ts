import type { Database } from '../store/database.ts';

/** Created rows after which what the database knows of its tables is no longer true. */
export const WORTH_ANALYSING = 5_000;

/**
 * Tells the database how its tables look now. Without it, a search for two thousand match keys reads
 * the whole table for each batch: PGlite never analyses by itself, and PostgreSQL does a minute after
 * a large import, which is too late for the next one.
 */
export async function analyse(database: Database): Promise<void> {
  await database.exec('ANALYZE records, record_links, error_records, error_issues');
}
