import type {
  Connection,
  Draft,
  StoredErrorRecord,
  StoredImport,
} from '../../../../extension/database/schema.ts';
import type { Import } from '../../../../shared/contract/imports.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import type { Cause, Report } from '../../../../shared/report/report.ts';

/** The time that all pictures are taken at. */
export const NOW = Date.UTC(2026, 10, 22, 14, 2);

const MINUTE = 60_000;

const labels: [label: string, field: string | null, by: Plan['columns'][number]['by']][] = [
  ['First Name', 'first_name', 'exact'],
  ['Last Name', 'last_name', 'exact'],
  ['E-Mail', 'email', 'exact'],
  ['Telefon (geschäftlich)', 'phone', 'synonym'],
  ['Born', 'birth_date', 'close'],
  ['Owner ID', 'owner', 'synonym'],
  ['Team ID', 'team', 'synonym'],
  ['Firma', 'company', 'values'],
  ['Fax', null, 'none'],
  ['', null, 'none'],
];

export const plan: Plan = {
  version: 1,
  recordType: 'contact',
  format: 'csv',
  encoding: 'windows-1252',
  dialect: { delimiter: ';', quote: '"', newline: '\r\n' },
  sheet: null,
  headerRow: 3,
  columns: labels.map(([label, field, by], index) => ({ index, label, field, by })),
  formats: {},
  defaultCountry: null,
  mode: 'create',
  badRows: 'report',
  edits: [],
  excludedRows: [],
};

const causes: Cause[] = [
  {
    code: 'unknown-team',
    severity: 'error',
    column: 6,
    label: 'Team ID',
    field: 'team',
    value: 'team_9',
    count: 61,
    examples: [31, 32, 57, 119, 120].map((row) => ({
      row,
      value: 'team_9',
      suggestion: 'team_09',
      params: {},
    })),
  },
  {
    code: 'invalid-email',
    severity: 'error',
    column: 2,
    label: 'E-Mail',
    field: 'email',
    count: 40,
    examples: [
      { row: 14, value: 'jane.at.example.com', params: { reason: 'no-at' } },
      { row: 118, value: 'mbali@', params: { reason: 'no-domain' } },
      { row: 204, value: '<b>ana</b> @example', params: { reason: 'space' } },
    ],
  },
  {
    code: 'unique-error',
    severity: 'error',
    column: 2,
    label: 'E-Mail',
    field: 'email',
    count: 22,
    examples: [{ row: 90, value: 'ana@example.com', params: { firstRow: 12 } }],
  },
  {
    code: 'required',
    severity: 'error',
    column: 1,
    label: 'Last Name',
    field: 'last_name',
    count: 20,
    examples: [7, 31, 32, 118, 130].map((row) => ({ row, value: '', params: {} })),
  },
  {
    code: 'extra-cell',
    severity: 'error',
    count: 1,
    examples: [{ row: 412, value: '', params: { expected: 13, found: 14 } }],
  },
  {
    code: 'invisible-characters',
    severity: 'warning',
    column: 7,
    label: 'Firma',
    field: 'company',
    count: 3,
    examples: [{ row: 8, value: 'Acme\u200b GmbH', params: { characters: 'U+200B' } }],
  },
];

export const report: Report = {
  file: 'contacts-march.csv',
  plan,
  rows: { total: 3108, ready: 2961, error: 143, blank: 4, excluded: 0 },
  causes,
  issueCounts: {},
  evidence: [{ field: 'birth_date', decision: 'day-first', row: 214, value: '26/06/2026' }],
  questions: [],
  notChecked: [],
  refusal: null,
  digest: 'd',
  sheets: [],
};

export function draft(id: string, over: Partial<Draft> = {}): Draft {
  return {
    id,
    fileName: 'contacts-march.csv',
    fileSize: 412_000,
    createdAt: NOW - 3 * MINUTE,
    updatedAt: NOW,
    given: {},
    recordType: 'contact',
    state: 'checked',
    progress: null,
    report,
    problem: null,
    submittedAs: null,
    revision: 1,
    ...over,
  };
}

const done: Import = {
  id: 's1',
  fileName: 'contacts-march.csv',
  fileSize: 412_000,
  recordType: 'contact',
  status: 'Completed',
  outcome: 'partial',
  results: { total: 3104, successes: 3020, errors: 84 },
  ledger: { created: 3020, updated: 0, unchanged: 0, error: 84, excluded: 0, blank: 4 },
  progress: { rows: 3104, total: 3104 },
  reason: null,
  causes: [
    {
      code: 'unknown-team',
      severity: 'error',
      field: 'team',
      label: 'Team ID',
      column: 6,
      value: 'team_9',
      count: 61,
      title: 'Team does not exist',
      message: 'Team ID: There is no team “team_9”. 61 rows, the first is row 31.',
      fix: 'Take the id of a team that exists, or ask an administrator to add the team.',
    },
    {
      code: 'invalid-email',
      severity: 'error',
      field: 'email',
      label: 'E-Mail',
      column: 2,
      count: 23,
      title: 'Not an e-mail address',
      message:
        'E-Mail: “jane.at.example.com” is not an e-mail address: there is no @ in it. 23 rows like this, the first is row 14.',
      fix: 'Correct the address, or leave the cell empty.',
    },
  ],
  prediction: { ready: 3020, error: 84, digest: 'd', held: true },
  createdBy: 'ana',
  createdAt: new Date(NOW - 2 * MINUTE - 3000).toISOString(),
  startedAt: new Date(NOW - 2 * MINUTE - 1200).toISOString(),
  finishedAt: new Date(NOW - 2 * MINUTE).toISOString(),
  revision: 7,
};

export function server(over: Partial<Import> = {}): Import {
  return { ...done, ...over };
}

export function stored(id: string, over: Partial<StoredImport> = {}): StoredImport {
  return {
    id,
    draftId: `draft-${id}`,
    fileName: 'contacts-march.csv',
    fileSize: 412_000,
    recordType: 'contact',
    createdAt: NOW - 2 * MINUTE,
    plan,
    prediction: null,
    serverOrigin: 'http://127.0.0.1:8484',
    workspaceId: 'w',
    upload: {
      state: 'sent',
      sentBytes: 412_000,
      url: null,
      problem: null,
      attempts: 0,
      retryAt: null,
    },
    import: server(),
    seen: true,
    announced: true,
    errorRows: { state: 'complete', stored: 84, total: 84, labels: labels.map(([label]) => label) },
    ...over,
  };
}

export const connection: Connection = {
  id: 'current',
  origin: 'http://127.0.0.1:8484',
  workspace: { id: 'w', name: 'Acme' },
  tokenName: 'ana',
  role: 'importer',
  serverVersion: '0.1.0',
  connectedAt: NOW - 90 * MINUTE,
  problem: null,
};

/** Rows that failed, with one or two wrong cells each. */
export function errorRecords(importId: string, count: number): StoredErrorRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const row = 14 + index * 17;
    const badEmail = index % 4 === 0;
    const email = badEmail ? 'jane.at.example.com' : `li.${row}@example.com`;
    const cells = [
      'Maximiliane',
      index % 7 === 0 ? '' : 'Hofstetter-Überlingen',
      email,
      '+49 30 901820',
      '26/06/1986',
      'user_12',
      badEmail ? 'team_2' : 'team_9',
      'Donaudampfschifffahrtsgesellschaft mbH',
      '',
      '',
    ];
    const issues: StoredErrorRecord['issues'] = [];
    if (index % 7 === 0) {
      issues.push({
        code: 'required',
        severity: 'error',
        column: 1,
        label: 'Last Name',
        value: '',
        message: `Row ${row}, Last Name: There is nothing in “Last Name”, which every row needs.`,
      });
    }
    issues.push(
      badEmail
        ? {
            code: 'invalid-email',
            severity: 'error',
            column: 2,
            label: 'E-Mail',
            value: email,
            message: `Row ${row}, E-Mail: “${email}” is not an e-mail address: there is no @ in it.`,
          }
        : {
            code: 'unknown-team',
            severity: 'error',
            column: 6,
            label: 'Team ID',
            value: 'team_9',
            message: `Row ${row}, Team ID: There is no team “team_9”.`,
          },
    );
    return { importId, row, cells, issues };
  });
}
