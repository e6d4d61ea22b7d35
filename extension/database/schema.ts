import type { DBSchema } from 'idb';
import type { Directory } from '../../shared/contract/directory.ts';
import type { Import, Prediction, RecordIssue } from '../../shared/contract/imports.ts';
import type { Role } from '../../shared/contract/session.ts';
import type { Plan, PlanOptions } from '../../shared/plan/plan.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import type { Report } from '../../shared/report/report.ts';

/** A file chosen and checked, not yet submitted. Its bytes are in `files` under the same id. */
export interface Draft {
  id: string;
  fileName: string;
  /** Bytes. */
  fileSize: number;
  /** Milliseconds since 1970, like every time in this database. */
  createdAt: number;
  updatedAt: number;
  /** What the person said about the file; the check finds the rest. */
  given: PlanOptions;
  /** Name of the record type that the check decided for; null until it did. */
  recordType: string | null;
  /** `refused`: see `report.refusal`, or `problem` when the check itself could not run. */
  state: 'waiting' | 'checking' | 'checked' | 'refused';
  /** Bytes read so far while the draft is being checked. */
  progress: { bytesRead: number; size: number } | null;
  /** While `checking`, what was found so far. */
  report: Report | null;
  /** Why the check could not run, in words for the person. */
  problem: string | null;
  /** Id of the import that this draft became. */
  submittedAs: string | null;
  /** Grows whenever the draft must be checked again; a check of an older revision is void. */
  revision: number;
}

/** The bytes of a draft, kept until its import has ended. */
export interface StoredFile {
  /** The draft's id. */
  id: string;
  blob: Blob;
}

export interface UploadState {
  /** `sent`: the server has the file and has made an import of it. `failed`: needs the person. */
  state: 'queued' | 'sending' | 'retrying' | 'sent' | 'failed';
  sentBytes: number;
  /** Where the upload continues; null until the server gave an address. */
  url: string | null;
  /** What is in the way, in words for the person. */
  problem: string | null;
  /** Attempts in a row without a byte accepted. */
  attempts: number;
  /** When the next attempt is due; null when nothing is being waited for. */
  retryAt: number | null;
}

/** A submitted file as this machine knows it. */
export interface StoredImport {
  /** Made here before anything is sent; the idempotency key at the server. */
  id: string;
  draftId: string;
  fileName: string;
  fileSize: number;
  recordType: string;
  createdAt: number;
  plan: Plan;
  prediction: Prediction | null;
  serverOrigin: string;
  workspaceId: string;
  upload: UploadState;
  /** As the server last told it; null until the file is there. */
  import: Import | null;
  /** The person has looked at how it ended. */
  seen: boolean;
  /** The notification was shown. */
  announced: boolean;
  /** The copy of the error records in `errorRecords`, for reading them without the server. */
  errorRows: {
    state: 'none' | 'loading' | 'complete' | 'failed';
    stored: number;
    total: number;
    /** Labels of the file's columns, in their order. */
    labels: string[];
  };
}

export interface StoredErrorRecord {
  importId: string;
  row: number;
  cells: string[];
  issues: RecordIssue[];
}

/** The server that this browser is connected to. Its token is in `settings`, never here. */
export interface Connection {
  id: 'current';
  /** Like `https://rowcheck.example.org`, without a path. */
  origin: string;
  workspace: { id: string; name: string };
  tokenName: string;
  role: Role;
  serverVersion: string;
  connectedAt: number;
  /** Why the server could not be used the last time, in words for the person. */
  problem: string | null;
}

/** What the check uses of a server, kept so that checking works without reaching it. */
export interface StoredReference {
  origin: string;
  workspaceId: string;
  directory: Directory;
  recordTypes: RecordType[];
  fetchedAt: number;
}

export interface RowcheckDatabase extends DBSchema {
  drafts: { key: string; value: Draft };
  files: { key: string; value: StoredFile };
  imports: { key: string; value: StoredImport; indexes: { serverId: string } };
  errorRecords: { key: [importId: string, row: number]; value: StoredErrorRecord };
  connection: { key: 'current'; value: Connection };
  references: { key: string; value: StoredReference };
}

export type StoreName =
  | 'drafts'
  | 'files'
  | 'imports'
  | 'errorRecords'
  | 'connection'
  | 'references';
