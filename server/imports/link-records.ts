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
  for (const field of recordType.fields) {
    if (!field.link) continue;
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
       WHERE source.import_id = $3::uuid AND source.workspace_id = $1
         AND target.id <> source.id
       ON CONFLICT (workspace_id, record_type, record_id, field) DO NOTHING`,
      [workspaceId, recordType.name, importId, field.name, field.link.recordType, field.link.field],
    );
  }
}
