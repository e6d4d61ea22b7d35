import type { Database } from '../store/database.ts';
import { storableJson } from '../store/storable.ts';
import { errorCauses } from './causes.ts';
import { changeImport } from './change.ts';
import { type Claim, Superseded } from './claim.ts';
import { statusesBefore } from './status.ts';

/** Why an import failed: a code, and a sentence for people. */
export interface Reason {
  code: string;
  message: string;
}

/**
 * Ends an import that this worker runs as failed. What landed before stays, and the reason says how
 * much that is.
 *
 * @throws Superseded when another run of the import has begun
 */
export async function failImport(database: Database, claim: Claim, reason: Reason): Promise<void> {
  await database.transaction(async (tx) => {
    const [row] = await tx.query<{ created: number; checkpoint: number }>(
      `SELECT (ledger->>'created')::integer AS created, checkpoint FROM imports
       WHERE workspace_id = $1 AND id = $2`,
      [claim.workspaceId, claim.importId],
    );
    const causes = await errorCauses(tx, claim);
    const message = `${reason.message}${alreadyImported(row?.created ?? 0, row?.checkpoint ?? 0)}`;
    const failed = await changeImport(tx, claim, {
      set: `status = 'Failed', outcome = 'failed', finished_at = now(), reason = $3::jsonb,
        causes = $4::jsonb`,
      when: 'run = $5 AND status = ANY ($6::text[])',
      params: [
        storableJson({ code: reason.code, message }),
        storableJson(causes),
        claim.run,
        statusesBefore('Failed'),
      ],
    });
    if (!failed) throw new Superseded();
  });
}

/** What of the file is in, and from which row on it was not looked at. */
function alreadyImported(rows: number, checkpoint: number): string {
  if (rows === 0) return ' Nothing was imported.';
  const count = rows.toLocaleString('en');
  return ` ${count} ${rows === 1 ? 'row had already been' : 'rows had already been'} imported and stay in your records. What comes after row ${checkpoint.toLocaleString('en')} of the file was not looked at.`;
}
