import type { Database } from '../store/database.ts';
import { newId } from '../store/ids.ts';
import { createTokenService } from '../tokens/service.ts';

export interface Workspace {
  id: string;
  name: string;
}

/** Any number of ours: two servers that start at once make one workspace. */
const LOCK = 720_317_002;

export type WorkspaceService = ReturnType<typeof createWorkspaceService>;

/** Workspaces: everything else belongs to one. */
export function createWorkspaceService(deps: { database: Database }) {
  const { database } = deps;

  return {
    async get(id: string): Promise<Workspace | null> {
      const rows = await database.query<Workspace>(
        'SELECT id, name FROM workspaces WHERE id = $1',
        [id],
      );
      return rows[0] ?? null;
    },

    /**
     * The oldest workspace. At the very first start there is none: it is made together with a token
     * for its administrator, which is handed out this once.
     */
    ensureFirst(): Promise<{ workspace: Workspace; firstToken: string | null }> {
      return database.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
        const [oldest] = await tx.query<Workspace>(
          'SELECT id, name FROM workspaces ORDER BY created_at, id LIMIT 1',
        );
        if (oldest) return { workspace: oldest, firstToken: null };
        const workspace = { id: newId('ws'), name: 'My workspace' };
        await tx.query('INSERT INTO workspaces (id, name) VALUES ($1, $2)', [
          workspace.id,
          workspace.name,
        ]);
        const tokens = createTokenService({ database: tx });
        const token = await tokens.create(workspace.id, { name: 'first token', role: 'admin' });
        return { workspace, firstToken: token.secret };
      });
    },
  };
}
