import type { ImportCause, Ledger } from '../../shared/contract/imports.ts';
import { compareCauses } from '../../shared/report/causes.ts';
import type { Database } from '../store/database.ts';
import { storableJson } from '../store/storable.ts';
import { errorCauses } from './causes.ts';
import { changeImport } from './change.ts';
import { type Claim, Superseded } from './claim.ts';
import { linkRecords } from './link-records.ts';

/**
 * PostProcessing: links the import's records to those that they name, counts the causes, and closes
 * the ledger.
 *
 * @returns the closed ledger
 * @throws Superseded when another run of the import has begun
 */
export async function finishImport(database: Database, claim: Claim): Promise<Ledger> {
  return database.transaction(async (tx) => {
    await linkRecords(tx, claim);
    const [row] = await tx.query<{ causes: ImportCause[] }>(
      'SELECT causes FROM imports WHERE workspace_id = $1 AND id = $2',
      [claim.workspaceId, claim.importId],
    );
    const remarks = (row?.causes ?? []).filter((cause) => cause.severity !== 'error');
    const causes = [...(await errorCauses(tx, claim)), ...remarks].sort(compareCauses);
    const completed = await changeImport(tx, claim, {
      set: `status = 'Completed', finished_at = now(), causes = $3::jsonb,
        outcome = CASE WHEN (ledger->>'error')::integer = 0 THEN 'success' ELSE 'partial' END`,
      when: `run = $4 AND status = 'PostProcessing'`,
      params: [storableJson(causes), claim.run],
    });
    if (!completed) throw new Superseded();
    return completed.ledger;
  });
}
