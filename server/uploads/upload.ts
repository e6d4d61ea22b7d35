import type { ByteSource } from '../../shared/bytes/source.ts';

/** An upload as the import runner sees it. */
export interface OpenUpload {
  source: ByteSource;
  /** Bytes, as announced. */
  size: number;
  fileName: string;
  /** Whether every byte has arrived. */
  complete: boolean;
}

/** What imports need of uploads. */
export interface Uploads {
  /** null when there is no such upload in this workspace. */
  open(workspaceId: string, uploadId: string): Promise<OpenUpload | null>;
}
