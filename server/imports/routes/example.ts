import type { Import } from '../../../shared/contract/imports.ts';

/** What the documentation shows of an import that ended. */
export const exampleImport: Import = {
  id: '5f3b8c1e-8d0a-4f0e-9a55-1f4b1f0a7c11',
  fileName: 'contacts.csv',
  fileSize: 412_034,
  recordType: 'contact',
  status: 'Completed',
  outcome: 'partial',
  results: { total: 3104, successes: 3020, errors: 84 },
  ledger: { created: 3020, updated: 0, unchanged: 0, error: 84, excluded: 0, blank: 2 },
  progress: { rows: 3106, total: 3106 },
  reason: null,
  causes: [
    {
      code: 'unknown-team',
      severity: 'error',
      field: 'team',
      label: 'Team',
      column: 8,
      value: 'team_9',
      count: 61,
      title: 'Team does not exist',
      message: 'Team: There is no team with the id “team_9”. 61 rows, the first is row 19.',
      fix: 'Use the id of a team that exists.',
    },
  ],
  prediction: { ready: 3020, error: 84, digest: '9a0364b9e99bb480', held: true },
  createdBy: 'Ada’s browser',
  createdAt: '2026-11-22T09:30:00.000Z',
  startedAt: '2026-11-22T09:30:00.020Z',
  finishedAt: '2026-11-22T09:30:01.250Z',
  revision: 4711,
};
