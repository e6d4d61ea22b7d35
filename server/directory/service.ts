import type { ReferenceData } from '../../shared/check/reference.ts';
import type { Directory, Team, User } from '../../shared/contract/directory.ts';
import type { Database, Queryable } from '../store/database.ts';

export type DirectoryService = ReturnType<typeof createDirectoryService>;

/** What came of a list of users or teams. */
export interface Imported {
  added: number;
  updated: number;
  removed: number;
}

/** Users and teams: whom a row may name as its owner. */
export function createDirectoryService(deps: { database: Database }) {
  const { database } = deps;

  return {
    async get(workspaceId: string): Promise<Directory> {
      const users = await database.query<{ id: string; name: string; email: string | null }>(
        'SELECT id, name, email FROM users WHERE workspace_id = $1 ORDER BY id',
        [workspaceId],
      );
      const teams = await database.query<Team>(
        'SELECT id, name FROM teams WHERE workspace_id = $1 ORDER BY id',
        [workspaceId],
      );
      return {
        users: users.map(({ email, ...user }) => (email === null ? user : { ...user, email })),
        teams,
      };
    },

    /** The ids that references are judged by. */
    async reference(workspaceId: string): Promise<ReferenceData> {
      const ids = async (table: 'users' | 'teams') => {
        const rows = await database.query<{ id: string }>(
          `SELECT id FROM ${table} WHERE workspace_id = $1`,
          [workspaceId],
        );
        return new Set(rows.map((row) => row.id));
      };
      return { users: await ids('users'), teams: await ids('teams') };
    },

    /** Adds and updates; with `replace`, whoever is not in the list is removed. */
    importUsers(workspaceId: string, users: readonly User[], replace = false): Promise<Imported> {
      const list = lastOfEachId(users);
      return database.transaction(async (tx) => {
        const removed = replace ? await removeOthers(tx, 'users', workspaceId, list) : 0;
        const rows = await tx.query<{ added: boolean }>(
          `INSERT INTO users (workspace_id, id, name, email)
           SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])
           ON CONFLICT (workspace_id, id)
           DO UPDATE SET name = excluded.name, email = excluded.email
           RETURNING xmax = 0 AS added`,
          [
            workspaceId,
            list.map((user) => user.id),
            list.map((user) => user.name),
            list.map((user) => user.email ?? null),
          ],
        );
        return counted(rows, removed);
      });
    },

    /** Adds and updates; with `replace`, whatever is not in the list is removed. */
    importTeams(workspaceId: string, teams: readonly Team[], replace = false): Promise<Imported> {
      const list = lastOfEachId(teams);
      return database.transaction(async (tx) => {
        const removed = replace ? await removeOthers(tx, 'teams', workspaceId, list) : 0;
        const rows = await tx.query<{ added: boolean }>(
          `INSERT INTO teams (workspace_id, id, name)
           SELECT $1, * FROM unnest($2::text[], $3::text[])
           ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name
           RETURNING xmax = 0 AS added`,
          [workspaceId, list.map((team) => team.id), list.map((team) => team.name)],
        );
        return counted(rows, removed);
      });
    },
  };
}

/** One statement cannot update a row twice, so of entries with one id the last counts. */
function lastOfEachId<T extends { id: string }>(list: readonly T[]): T[] {
  return [...new Map(list.map((entry) => [entry.id, entry])).values()];
}

async function removeOthers(
  tx: Queryable,
  table: 'users' | 'teams',
  workspaceId: string,
  kept: readonly { id: string }[],
): Promise<number> {
  const rows = await tx.query(
    `DELETE FROM ${table} WHERE workspace_id = $1 AND id <> ALL ($2::text[]) RETURNING id`,
    [workspaceId, kept.map((entry) => entry.id)],
  );
  return rows.length;
}

function counted(rows: readonly { added: boolean }[], removed: number): Imported {
  const added = rows.filter((row) => row.added).length;
  return { added, updated: rows.length - added, removed };
}
