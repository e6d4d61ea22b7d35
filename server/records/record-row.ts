import type { RecordValues, StoredRecord } from '../../shared/contract/records.ts';

/** Columns that `toRecord` needs. */
export const RECORD_COLUMNS = `records.id, records.record_type, records.match_key, records.data,
  records.import_id, records.source_row, records.created_at, records.updated_at,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('field', link.field, 'recordType',
       link.target_type, 'id', link.target_id) ORDER BY link.field), '[]')
   FROM record_links AS link
   WHERE link.workspace_id = records.workspace_id AND link.record_type = records.record_type
     AND link.record_id = records.id) AS links`;

export interface RecordRow {
  id: number;
  record_type: string;
  match_key: string | null;
  data: RecordValues;
  import_id: string | null;
  source_row: number | null;
  created_at: Date;
  updated_at: Date;
  links: StoredRecord['links'];
}

/** A record as clients see it. */
export function toRecord(row: RecordRow): StoredRecord {
  const { import_id: importId, source_row: sourceRow } = row;
  return {
    id: row.id,
    recordType: row.record_type,
    matchKey: row.match_key,
    values: row.data,
    links: row.links,
    source: importId !== null && sourceRow !== null ? { importId, row: sourceRow } : null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
