import type { Connection, StoredImport } from '../../extension/database/schema.ts';
import type { Import } from '../../shared/contract/imports.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { Report } from '../../shared/report/report.ts';

export const ORIGIN = 'http://127.0.0.1:8787';

export const plan: Plan = {
  version: 1,
  recordType: 'contact',
  format: 'csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', quote: '"', newline: '\n' },
  sheet: null,
  headerRow: 1,
  columns: [{ index: 0, label: 'E-mail', field: 'email', by: 'synonym' }],
  formats: {},
  defaultCountry: null,
  mode: 'create',
  badRows: 'report',
  edits: [],
  excludedRows: [],
};

export const report: Report = {
  file: 'contacts.csv',
  plan,
  rows: { total: 10, ready: 8, error: 2, blank: 0, excluded: 0 },
  causes: [],
  issueCounts: {},
  evidence: [],
  questions: [],
  notChecked: [],
  refusal: null,
  digest: 'abc',
  sheets: [],
};

export const connection: Omit<Connection, 'id'> = {
  origin: ORIGIN,
  workspace: { id: 'w1', name: 'Example' },
  tokenName: 'test',
  role: 'importer',
  serverVersion: '0.1.0',
  connectedAt: 0,
  problem: null,
};

/** An import as the server tells it; what is not said is that of one that was just made. */
export function serverImport(more: Partial<Import> = {}): Import {
  return {
    id: 'i1',
    fileName: 'contacts.csv',
    fileSize: 10,
    recordType: 'contact',
    status: 'Uploaded',
    outcome: null,
    results: null,
    ledger: null,
    progress: { rows: 0, total: null },
    reason: null,
    causes: [],
    prediction: null,
    createdBy: 'test',
    createdAt: '2026-01-01T00:00:00.000Z',
    startedAt: null,
    finishedAt: null,
    revision: 1,
    ...more,
  };
}

/** An ended import with so many rows and errors. */
export function endedImport(total: number, errors: number, more: Partial<Import> = {}): Import {
  return serverImport({
    status: 'Completed',
    outcome: errors > 0 ? 'partial' : 'success',
    results: { total, successes: total - errors, errors },
    revision: 9,
    ...more,
  });
}

/** An import on this computer; what is not said is that of one that was sent. */
export function storedImport(more: Partial<StoredImport> = {}): StoredImport {
  return {
    id: 'local1',
    draftId: 'd1',
    fileName: 'contacts.csv',
    fileSize: 10,
    recordType: 'contact',
    createdAt: 1,
    plan,
    prediction: null,
    serverOrigin: ORIGIN,
    workspaceId: 'w1',
    upload: {
      state: 'sent',
      sentBytes: 10,
      url: null,
      problem: null,
      attempts: 0,
      retryAt: null,
    },
    import: serverImport(),
    seen: false,
    announced: false,
    errorRows: { state: 'none', stored: 0, total: 0, labels: [] },
    ...more,
  };
}
