import { trimmed } from '../../shared/cells/clean.ts';
import type { ReferenceData } from '../../shared/check/reference.ts';
import type {
  AddRecord,
  EditRecord,
  LookUp,
  LookUpAnswer,
  RecordList,
  RecordValues,
  StoredRecord,
} from '../../shared/contract/records.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import { ApiProblem } from '../http/problem.ts';
import { relinkRecord } from '../imports/link-records.ts';
import type { Database, Queryable } from '../store/database.ts';
import { sqlStateOf, UNIQUE_VIOLATION } from '../store/sql-state.ts';
import { storableJson } from '../store/storable.ts';
import { judgeValues } from './judge-values.ts';
import { matchKeyField, matchKeyOf } from './match-key.ts';
import { RECORD_COLUMNS, type RecordRow, toRecord } from './record-row.ts';
import { referenceReader } from './references.ts';

export interface RecordServiceDeps {
  database: Database;
  recordTypes: { get(workspaceId: string, name: string): Promise<RecordType | null> };
  directory: { reference(workspaceId: string): Promise<ReferenceData> };
}

export interface RecordQuery {
  recordType: string;
  /** Only the record with this match key. */
  key?: string | undefined;
  /** Only records of this import. */
  importId?: string | undefined;
  after: number;
  limit: number;
}

export type RecordService = ReturnType<typeof createRecordService>;

/** Records of a workspace: read, and added and edited by hand. */
export function createRecordService({ database, recordTypes, directory }: RecordServiceDeps) {
  const typeOf = async (workspaceId: string, name: string): Promise<RecordType> => {
    const recordType = await recordTypes.get(workspaceId, name);
    if (recordType) return recordType;
    throw new ApiProblem(
      404,
      'unknown-record-type',
      `There is no record type “${name}” in this workspace.`,
    );
  };

  const find = async (
    workspaceId: string,
    recordType: string,
    id: number,
    within: Queryable = database,
  ): Promise<RecordRow> => {
    const [row] = await within.query<RecordRow>(
      `SELECT ${RECORD_COLUMNS} FROM records
       WHERE workspace_id = $1 AND record_type = $2 AND id = $3`,
      [workspaceId, recordType, id],
    );
    if (row) return row;
    throw new ApiProblem(
      404,
      'unknown-record',
      `There is no ${recordType} ${id} in this workspace.`,
    );
  };

  const judge = async (workspaceId: string, recordType: RecordType, given: RecordValues) => {
    const reference = await directory.reference(workspaceId);
    const values = await judgeValues(given, recordType, reference);
    const key = matchKeyField(recordType);
    return {
      matchKey: key ? matchKeyOf(key, values[key.name]) : null,
      data: storableJson(values),
      owner: referenceReader(recordType, 'users')(values),
      team: referenceReader(recordType, 'teams')(values),
    };
  };

  /** What was just written, with the links that follow from its values. */
  const linked = async (
    tx: Queryable,
    workspaceId: string,
    recordType: RecordType,
    { id, data }: Pick<RecordRow, 'id' | 'data'>,
  ): Promise<RecordRow> => {
    await relinkRecord(tx, { workspaceId, recordType, id, values: data });
    return find(workspaceId, recordType.name, id, tx);
  };

  return {
    /** In the order in which they were made. */
    async list(workspaceId: string, query: RecordQuery): Promise<RecordList> {
      const { recordType, key, importId, after, limit } = query;
      const keyField = matchKeyField(await typeOf(workspaceId, recordType));
      const matchKey = keyField && matchKeyOf(keyField, trimmed(key ?? ''));
      // No record is found by an empty key, or by any where its type has none.
      if (key !== undefined && matchKey === null) return { records: [], next: null };
      const rows = await database.query<RecordRow>(
        `SELECT ${RECORD_COLUMNS} FROM records
         WHERE workspace_id = $1 AND record_type = $2 AND id > $3
           AND ($4::text IS NULL OR match_key = $4) AND ($5::uuid IS NULL OR import_id = $5)
         ORDER BY id LIMIT $6`,
        [workspaceId, recordType, after, matchKey, importId ?? null, limit + 1],
      );
      const page = rows.slice(0, limit);
      return {
        records: page.map(toRecord),
        next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      };
    },

    /** @throws ApiProblem 404 */
    async one(workspaceId: string, recordType: string, id: number): Promise<StoredRecord> {
      return toRecord(await find(workspaceId, recordType, id));
    },

    /** @throws ApiProblem 404, 409 for a match key that is taken, 422 naming what is wrong */
    async add(workspaceId: string, given: AddRecord): Promise<StoredRecord> {
      const recordType = await typeOf(workspaceId, given.recordType);
      const { matchKey, data, owner, team } = await judge(workspaceId, recordType, given.values);
      const row = await unlessTaken(
        database.transaction(async (tx) => {
          const [stored] = await tx.query<Pick<RecordRow, 'id' | 'data'>>(
            `INSERT INTO records (workspace_id, record_type, match_key, data, owner, team)
             VALUES ($1, $2, $3, $4::jsonb, $5, $6) RETURNING id, data`,
            [workspaceId, recordType.name, matchKey, data, owner, team],
          );
          if (!stored) throw new Error('The record was not stored');
          return linked(tx, workspaceId, recordType, stored);
        }),
      );
      return toRecord(row);
    },

    /**
     * Changes some fields; the whole record is judged again, as a row of a file would be.
     *
     * @throws ApiProblem 404, 409 for a match key that is taken, 422 naming what is wrong
     */
    async edit(
      workspaceId: string,
      typeName: string,
      id: number,
      { values }: EditRecord,
    ): Promise<StoredRecord> {
      const recordType = await typeOf(workspaceId, typeName);
      const before = await find(workspaceId, typeName, id);
      const merged = { ...before.data, ...values };
      const { matchKey, data, owner, team } = await judge(workspaceId, recordType, merged);
      const row = await unlessTaken(
        database.transaction(async (tx) => {
          const [changed] = await tx.query<Pick<RecordRow, 'id' | 'data'>>(
            `UPDATE records SET match_key = $4, data = $5::jsonb, owner = $6, team = $7,
               updated_at = now()
             WHERE workspace_id = $1 AND record_type = $2 AND id = $3
               AND date_trunc('milliseconds', updated_at) = $8
             RETURNING id, data`,
            [workspaceId, typeName, id, matchKey, data, owner, team, before.updated_at],
          );
          return changed ? linked(tx, workspaceId, recordType, changed) : null;
        }),
      );
      if (row) return toRecord(row);
      throw new ApiProblem(
        409,
        'record-changed',
        'Somebody else has just changed this record. Look at it again, then change it.',
      );
    },

    /** Which of these match keys a record has. */
    async lookUp(workspaceId: string, { recordType, keys }: LookUp): Promise<LookUpAnswer> {
      const field = matchKeyField(await typeOf(workspaceId, recordType));
      if (!field) return { existing: [] };
      const asked = keys.map((key) => ({ key, matchKey: matchKeyOf(field, trimmed(key)) }));
      const rows = await database.query<{ match_key: string; id: number }>(
        `SELECT match_key, id FROM records
         WHERE workspace_id = $1 AND record_type = $2 AND match_key = ANY ($3::text[])`,
        [workspaceId, recordType, asked.flatMap(({ matchKey }) => matchKey ?? [])],
      );
      const idOf = new Map(rows.map((row) => [row.match_key, row.id]));
      return {
        existing: asked.flatMap(({ key, matchKey }) => {
          const id = idOf.get(matchKey ?? '');
          return id === undefined ? [] : [{ key, id }];
        }),
      };
    },
  };
}

async function unlessTaken<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    throw new ApiProblem(
      409,
      'duplicate-record',
      'Another record already has this key. Change that one, or give this one another key.',
    );
  }
}
