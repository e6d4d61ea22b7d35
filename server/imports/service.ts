import { createHash, randomUUID } from 'node:crypto';
import type { CreateImport, Import, ImportList } from '../../shared/contract/imports.ts';
import { ApiProblem } from '../http/problem.ts';
import type { ImportQueue } from '../queue/import-queue.ts';
import type { Database } from '../store/database.ts';
import { storableJson, storableText } from '../store/storable.ts';
import { type AdmitDeps, admit } from './admit.ts';
import { announce, changeImport, NEXT_REVISION } from './change.ts';
import { isImportId, unknownImport } from './import-id.ts';
import { IMPORT_COLUMNS, type ImportRow, toImport } from './import-row.ts';

export interface ImportServiceDeps extends AdmitDeps {
  database: Database;
  queue: Pick<ImportQueue, 'send'>;
}

/** Who asks, as far as imports care. */
export interface Submitter {
  workspaceId: string;
  tokenName: string;
}

export type ImportService = ReturnType<typeof createImportService>;

/** Submitted files of a workspace: create, look up, cancel. */
export function createImportService(deps: ImportServiceDeps) {
  const { database } = deps;

  const find = async (workspaceId: string, importId: string): Promise<ImportRow> => {
    const [row] = isImportId(importId)
      ? await database.query<ImportRow>(
          `SELECT ${IMPORT_COLUMNS} FROM imports WHERE workspace_id = $1 AND id = $2`,
          [workspaceId, importId],
        )
      : [];
    if (!row) throw unknownImport();
    return row;
  };

  const repeated = async (
    workspaceId: string,
    key: string,
    hash: string,
  ): Promise<Import | null> => {
    const [row] = await database.query<ImportRow & { request_hash: string }>(
      `SELECT ${IMPORT_COLUMNS}, request_hash FROM imports
       WHERE workspace_id = $1 AND idempotency_key = $2`,
      [workspaceId, key],
    );
    if (!row) return null;
    if (row.request_hash === hash) return toImport(row);
    throw new ApiProblem(
      409,
      'idempotency-key-reused',
      'This idempotency key already belongs to another import. Send each new import with a key of its own.',
    );
  };

  return {
    /**
     * Submits an uploaded file. The same key answers the same import, however often and however
     * simultaneously it is asked for.
     *
     * @throws ApiProblem when the upload, the record type or the plan do not allow it
     */
    async create(
      { workspaceId, tokenName }: Submitter,
      request: CreateImport,
      idempotencyKey: string | null,
    ): Promise<{ import: Import; created: boolean }> {
      const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
      const before = idempotencyKey && (await repeated(workspaceId, idempotencyKey, hash));
      if (before) return { import: before, created: false };

      const { size, recordType } = await admit(deps, workspaceId, request);
      const id = randomUUID();
      const { prediction } = request;
      const row = await database.transaction(async (tx) => {
        const [inserted] = await tx.query<ImportRow>(
          `WITH next AS (${NEXT_REVISION})
           INSERT INTO imports (workspace_id, id, idempotency_key, request_hash, upload_id,
             file_name, file_size, record_type, record_schema, plan, prediction, rows_total,
             created_by, revision)
           SELECT $1, $2::uuid, $3, $4, $5, $6, $7::bigint, $8, $9::jsonb, $10::jsonb, $11::jsonb,
             $12::integer, $13, revision FROM next
           ON CONFLICT (workspace_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
           RETURNING ${IMPORT_COLUMNS}`,
          [
            workspaceId,
            id,
            idempotencyKey,
            hash,
            request.uploadId,
            storableText(request.fileName),
            size,
            recordType.name,
            storableJson(recordType),
            storableJson(request.plan),
            prediction && storableJson(prediction),
            prediction && prediction.ready + prediction.error,
            tokenName,
          ],
        );
        if (!inserted) return null;
        await deps.queue.send(tx, id);
        await announce(tx, workspaceId);
        return inserted;
      });
      if (row) return { import: toImport(row), created: true };
      // Somebody else with the same key was a moment faster.
      const winner = idempotencyKey && (await repeated(workspaceId, idempotencyKey, hash));
      if (!winner) throw new Error('The import was neither created nor found');
      return { import: winner, created: false };
    },

    /** From the newest to the oldest. */
    async list(
      workspaceId: string,
      { before, limit }: { before?: number | undefined; limit: number },
    ): Promise<ImportList> {
      const rows = await database.query<ImportRow>(
        `SELECT ${IMPORT_COLUMNS} FROM imports
         WHERE workspace_id = $1 AND ($2::bigint IS NULL OR seq < $2::bigint)
         ORDER BY seq DESC LIMIT $3`,
        [workspaceId, before ?? null, limit + 1],
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        imports: page.map(toImport),
        next: rows.length > limit && last ? String(last.seq) : null,
      };
    },

    /** @throws ApiProblem 404 */
    async one(workspaceId: string, importId: string): Promise<Import> {
      return toImport(await find(workspaceId, importId));
    },

    /**
     * Asks for an import to stop: one that waits ends at once, one that runs at its next batch.
     * Asking again changes nothing.
     *
     * @throws ApiProblem 404, or 409 when it is too late
     */
    async cancel(workspaceId: string, importId: string): Promise<Import> {
      await find(workspaceId, importId);
      const key = { workspaceId, importId };
      const row = await database.transaction(async (tx) => {
        const reason = {
          code: 'cancelled',
          message: 'The import was cancelled. Nothing was imported.',
        };
        const ended = await changeImport(tx, key, {
          set: `cancel_requested_at = now(), status = 'Failed', outcome = 'failed',
            finished_at = now(), reason = $3::jsonb`,
          when: `status = 'Uploaded'`,
          params: [JSON.stringify(reason)],
        });
        if (ended) return ended;
        return changeImport(tx, key, {
          set: 'cancel_requested_at = coalesce(cancel_requested_at, now())',
          when: `status = 'Processing' OR (status = 'Failed' AND cancel_requested_at IS NOT NULL)`,
        });
      });
      if (row) return toImport(row);
      throw new ApiProblem(
        409,
        'import-ended',
        'This import can no longer be cancelled: all of its rows are already in.',
      );
    },
  };
}
