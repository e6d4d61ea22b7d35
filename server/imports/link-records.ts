import type { RecordValues } from '../../shared/contract/records.ts';
import type { Field, RecordType } from '../../shared/record-types/record-type.ts';
import type { Queryable } from '../store/database.ts';
import type { Claim } from './claim.ts';

/**
 * Links the import's records to the records that they name, for every field of the record type that
 * names another one (contact → company). Names are compared without regard to case and outer blanks;
 * of several records of one name the oldest is taken, and a name that no record has links to nothing.
 */
export async function linkRecords(
  tx: Queryable,
  { workspaceId, importId, recordType }: Pick<Claim, 'workspaceId' | 'importId' | 'recordType'>,
): Promise<void> {
  const sources = { workspaceId, recordType: recordType.name, which: OF_IMPORT, id: importId };
  for (const field of recordType.fields) await link(tx, field, sources);
}

/** Links one record anew, by the same rules, to the records that its values name now. */
export async function relinkRecord(
  tx: Queryable,
  record: { workspaceId: string; recordType: RecordType; id: number; values: RecordValues },
): Promise<void> {
  const { workspaceId, recordType, id, values } = record;
  await tx.query(
    'DELETE FROM record_links WHERE workspace_id = $1 AND record_type = $2 AND record_id = $3',
    [workspaceId, recordType.name, id],
  );
  const sources = { workspaceId, recordType: recordType.name, which: ONE_RECORD, id };
  for (const field of recordType.fields) {
    // Names are looked up among all records: not for a field that names none.
    if ((values[field.name] ?? null) !== null) await link(tx, field, sources);
  }
}

const OF_IMPORT = 'source.import_id = $3::uuid' as const;
const ONE_RECORD = 'source.record_type = $2 AND source.id = $3::bigint' as const;

interface Sources {
  workspaceId: string;
  recordType: string;
  /** Condition on `source` that picks the records by `$3`. */
  which: typeof OF_IMPORT | typeof ONE_RECORD;
  id: string | number;
}

async function link(tx: Queryable, field: Field, sources: Sources): Promise<void> {
  if (!field.link) return;
  const { workspaceId, recordType, which, id } = sources;
  await tx.query(
    `INSERT INTO record_links
       (workspace_id, record_type, record_id, field, target_type, target_id)
     SELECT $1, $2, source.id, $4::text, $5, target.id
     FROM records AS source
     JOIN (
       SELECT lower(btrim(data->>$6::text)) AS name, min(id) AS id FROM records
       WHERE workspace_id = $1 AND record_type = $5 AND data->>$6::text IS NOT NULL
       GROUP BY 1
     ) AS target ON target.name = lower(btrim(source.data->>$4::text))
     WHERE ${which} AND source.workspace_id = $1
       AND target.id <> source.id
     ON CONFLICT (workspace_id, record_type, record_id, field) DO NOTHING`,
    [workspaceId, recordType, id, field.name, field.link.recordType, field.link.field],
  );
}
