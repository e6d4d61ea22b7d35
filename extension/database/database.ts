import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { RowcheckDatabase } from './schema.ts';

export const DATABASE_NAME = 'rowcheck';
const VERSION = 1;

let opened: Promise<IDBPDatabase<RowcheckDatabase>> | null = null;

/**
 * The database, opened on first use. The connection is dropped, and opened anew at the next call,
 * when a newer version of the extension wants to upgrade or when the browser ends it.
 */
export function database(): Promise<IDBPDatabase<RowcheckDatabase>> {
  if (!opened) {
    const opening = open(() => {
      if (opened === opening) opened = null;
    });
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = null;
    });
  }
  return opened;
}

/** Closes the connection of this context; the next call of `database` opens it again. */
async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}

/** Removes everything that is stored. */
export async function deleteDatabase(): Promise<void> {
  await closeDatabase();
  await deleteDB(DATABASE_NAME);
}

function open(forget: () => void): Promise<IDBPDatabase<RowcheckDatabase>> {
  return openDB<RowcheckDatabase>(DATABASE_NAME, VERSION, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) {
        db.createObjectStore('drafts', { keyPath: 'id' });
        db.createObjectStore('files', { keyPath: 'id' });
        const imports = db.createObjectStore('imports', { keyPath: 'id' });
        // Imports that the server does not know yet have no such key and stay out of the index.
        imports.createIndex('serverId', 'import.id');
        db.createObjectStore('errorRecords', { keyPath: ['importId', 'row'] });
        db.createObjectStore('connection', { keyPath: 'id' });
        db.createObjectStore('references', { keyPath: 'origin' });
      }
    },
    blocking(_current, _blocked, event) {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  });
}
