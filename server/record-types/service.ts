import type { RecordType } from '../../shared/record-types/record-type.ts';
import type { Database } from '../store/database.ts';

export type RecordTypeService = ReturnType<typeof createRecordTypeService>;

/** Where versions start when a record type says none. */
const FIRST = 1;

/**
 * The built-in record types and the organisation's own, which may stand in for a built-in one of
 * the same name. Every version is kept.
 */
export function createRecordTypeService(deps: {
  database: Database;
  builtin: readonly RecordType[];
}) {
  const { database } = deps;
  const builtin = new Map(
    deps.builtin.map((type) => [type.name, { ...type, version: type.version ?? FIRST }]),
  );

  const newest = async (workspaceId: string, name: string): Promise<RecordType | null> => {
    const [row] = await database.query<{ schema: RecordType }>(
      `SELECT schema FROM record_types
        WHERE workspace_id = $1 AND name = $2 ORDER BY version DESC LIMIT 1`,
      [workspaceId, name],
    );
    return row?.schema ?? builtin.get(name) ?? null;
  };

  return {
    /** The newest version of each, in the order of their names. */
    async list(workspaceId: string): Promise<RecordType[]> {
      const rows = await database.query<{ schema: RecordType }>(
        `SELECT DISTINCT ON (name) schema FROM record_types
          WHERE workspace_id = $1 ORDER BY name, version DESC`,
        [workspaceId],
      );
      const all = new Map<string, RecordType>(builtin);
      for (const { schema } of rows) all.set(schema.name, schema);
      return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },

    /** The newest version unless one is asked for; null when there is no such type or version. */
    async get(workspaceId: string, name: string, version?: number): Promise<RecordType | null> {
      if (version === undefined) return newest(workspaceId, name);
      const [row] = await database.query<{ schema: RecordType }>(
        'SELECT schema FROM record_types WHERE workspace_id = $1 AND name = $2 AND version = $3',
        [workspaceId, name, version],
      );
      if (row) return row.schema;
      const own = builtin.get(name);
      return own?.version === version ? own : null;
    },

    /** Stores a new version, unless the newest one already says the same. Answers what holds now. */
    add(workspaceId: string, recordType: RecordType): Promise<RecordType> {
      return database.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `record type ${workspaceId} ${recordType.name}`,
        ]);
        const [row] = await tx.query<{ schema: RecordType }>(
          `SELECT schema FROM record_types
            WHERE workspace_id = $1 AND name = $2 ORDER BY version DESC LIMIT 1`,
          [workspaceId, recordType.name],
        );
        const last = row?.schema ?? builtin.get(recordType.name) ?? null;
        if (last && sameContent(last, recordType)) return last;
        const version = (last?.version ?? FIRST - 1) + 1;
        const schema = { ...recordType, version };
        await tx.query(
          `INSERT INTO record_types (workspace_id, name, version, schema)
           VALUES ($1, $2, $3, $4::jsonb)`,
          [workspaceId, recordType.name, version, JSON.stringify(schema)],
        );
        return schema;
      });
    },
  };
}

/** jsonb does not keep the order of keys, so the order says nothing. */
function sameContent(left: RecordType, right: RecordType): boolean {
  return canonical({ ...left, version: 0 }) === canonical({ ...right, version: 0 });
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
