import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queryable } from '../store/database.ts';
import { fileSource } from './file-source.ts';
import type { OpenUpload, Uploads } from './upload.ts';

/** An upload as the database knows it. */
export interface UploadRow {
  id: string;
  file_name: string;
  size: number;
}

/** Whether an import was made of a row of `uploads`. */
const SUBMITTED = `EXISTS (
  SELECT FROM imports
  WHERE imports.workspace_id = uploads.workspace_id AND imports.upload_id = uploads.id)`;

export type UploadService = ReturnType<typeof createUploadService>;

/** Which upload belongs to whom; the bytes are in `folder`, one file an upload. */
export function createUploadService(deps: { database: Queryable; folder: string }) {
  const { database, folder } = deps;

  const find = async (workspaceId: string, uploadId: string): Promise<UploadRow | null> => {
    const [row] = await database.query<UploadRow>(
      'SELECT id, file_name, size FROM uploads WHERE workspace_id = $1 AND id = $2',
      [workspaceId, uploadId],
    );
    return row ?? null;
  };

  const deleteBytes = async (id: string) => {
    await rm(join(folder, id), { force: true });
    await rm(join(folder, `${id}.json`), { force: true });
  };

  const service = {
    folder,
    find,

    async add(
      workspaceId: string,
      upload: { id: string; fileName: string; size: number },
    ): Promise<void> {
      await database.query(
        'INSERT INTO uploads (id, workspace_id, file_name, size) VALUES ($1, $2, $3, $4)',
        [upload.id, workspaceId, upload.fileName, upload.size],
      );
    },

    async complete(uploadId: string): Promise<void> {
      await database.query(
        'UPDATE uploads SET completed_at = coalesce(completed_at, now()) WHERE id = $1',
        [uploadId],
      );
    },

    async open(workspaceId: string, uploadId: string): Promise<OpenUpload | null> {
      const row = await find(workspaceId, uploadId);
      if (!row) return null;
      const path = join(folder, row.id);
      const arrived = await stat(path).catch(() => null);
      if (!arrived) return null;
      return {
        source: await fileSource(path, row.file_name),
        size: row.size,
        fileName: row.file_name,
        complete: arrived.size === row.size,
      };
    },

    async remove(workspaceId: string, uploadId: string): Promise<void> {
      const rows = await database.query<{ id: string }>(
        'DELETE FROM uploads WHERE workspace_id = $1 AND id = $2 RETURNING id',
        [workspaceId, uploadId],
      );
      for (const { id } of rows) await deleteBytes(id);
    },

    /** Uploads, finished or not, that no import was made of. */
    async countOpen(workspaceId: string): Promise<number> {
      const [row] = await database.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM uploads WHERE workspace_id = $1 AND NOT ${SUBMITTED}`,
        [workspaceId],
      );
      return row?.count ?? 0;
    },

    /**
     * Deletes uploads that were begun before `before` and never became an import, finished or not.
     * Answers how many.
     */
    async removeAbandoned(before: Date): Promise<number> {
      const rows = await database.query<{ id: string }>(
        `DELETE FROM uploads WHERE created_at < $1 AND NOT ${SUBMITTED} RETURNING id`,
        [before],
      );
      for (const { id } of rows) await deleteBytes(id);
      return rows.length;
    },
  };
  return service satisfies Uploads;
}
