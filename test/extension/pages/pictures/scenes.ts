import type {
  Connection,
  Draft,
  StoredErrorRecord,
  StoredImport,
} from '../../../../extension/database/schema.ts';
import { connection, draft, errorRecords, NOW, plan, report, server, stored } from './seeds.ts';

/** What is in the database when a picture is taken, and where the page is. */
export interface Scene {
  name: string;
  page: 'popup' | 'workbench' | 'options';
  hash: string;
  connection?: Connection;
  drafts?: Draft[];
  imports?: StoredImport[];
  errorRecords?: StoredErrorRecord[];
  /** Clicked before the picture, by accessible name. */
  click?: string;
  /** The body is scrolled to its end. */
  end?: boolean;
}

const LONG = 'Kundenstammdatenübersicht_Vertriebsregion-Süddeutschland_final_v7 (3).xlsx';
const MINUTE = 60_000;

const notYet = { outcome: null, results: null, ledger: null, causes: [], finishedAt: null };

const processing = stored('processing', {
  fileName: 'all-companies-2026.xlsx',
  recordType: 'company',
  fileSize: 130_000_000,
  createdAt: NOW - 40_000,
  import: server({
    ...notYet,
    status: 'Processing',
    progress: { rows: 412_000, total: 1_000_000 },
  }),
});
const uploading = stored('uploading', {
  fileName: LONG,
  fileSize: 130_000_000,
  createdAt: NOW - 20_000,
  import: null,
  upload: {
    state: 'sending',
    sentBytes: 54_000_000,
    url: null,
    problem: null,
    attempts: 0,
    retryAt: null,
  },
});
const retrying = stored('retrying', {
  ...uploading,
  id: 'retrying',
  upload: {
    ...uploading.upload,
    state: 'retrying',
    problem: 'The server at http://127.0.0.1:8484 does not answer.',
  },
});
const notUploaded = stored('not-uploaded', {
  fileName: 'leads.csv',
  createdAt: NOW - 26 * 60 * MINUTE,
  import: null,
  seen: false,
  upload: {
    state: 'failed',
    sentBytes: 0,
    url: null,
    problem:
      'The server at http://127.0.0.1:8484 does not know this token. Check it, or ask for a new one.',
    attempts: 3,
    retryAt: null,
  },
});
const failed = stored('failed', {
  fileName: 'leads_export (3).csv',
  createdAt: NOW - 70 * MINUTE,
  seen: false,
  errorRows: { state: 'none', stored: 0, total: 0, labels: [] },
  import: server({
    status: 'Failed',
    outcome: 'failed',
    results: { total: 0, successes: 0, errors: 0 },
    ledger: null,
    causes: [],
    prediction: null,
    reason: {
      code: 'required-column',
      message: 'No column of this file goes to “Last name”, which every row needs.',
    },
    finishedAt: new Date(NOW - 70 * MINUTE).toISOString(),
  }),
});
const partial = stored('partial', { seen: false });
const success = stored('success', {
  fileName: 'retreat-guests.ods',
  createdAt: NOW - 4 * 24 * 60 * MINUTE,
  errorRows: { state: 'none', stored: 0, total: 0, labels: [] },
  import: server({
    outcome: 'success',
    results: { total: 58, successes: 58, errors: 0 },
    ledger: { created: 58, updated: 0, unchanged: 0, error: 0, excluded: 0, blank: 0 },
    causes: [],
    prediction: { ready: 58, error: 0, digest: 'd', held: true },
    finishedAt: new Date(NOW - 4 * 24 * 60 * MINUTE).toISOString(),
  }),
});
const huge = stored('huge', {
  fileName: LONG,
  import: server({
    results: { total: 4_987_654, successes: 4_123_456, errors: 864_198 },
    prediction: { ready: 4_123_999, error: 863_655, digest: 'd', held: false },
    causes: server().causes.map((cause) => ({ ...cause, count: cause.count * 10_123 })),
  }),
  errorRows: { ...partial.errorRows, state: 'loading', stored: 84, total: 864_198 },
});
const imports = [partial, processing, uploading, failed, notUploaded, success];

const checking = draft('checking', {
  fileName: 'all-companies-2026.csv',
  state: 'checking',
  fileSize: 130_000_000,
  progress: { bytesRead: 54_000_000, size: 130_000_000 },
  report: {
    ...report,
    rows: { total: 420_000, ready: 412_000, error: 8_000, blank: 0, excluded: 0 },
  },
});
const question = draft('question', {
  report: {
    ...report,
    evidence: [],
    notChecked: ['users', 'teams'],
    questions: [
      {
        field: 'birth_date',
        label: 'Born',
        column: 4,
        about: 'date-order',
        row: 14,
        value: '03/04/1986',
        options: ['day-first', 'month-first'],
      },
    ],
  },
});
const refused = draft('refused', {
  fileName: 'holiday.csv',
  recordType: null,
  state: 'refused',
  report: {
    ...report,
    plan: { ...plan, columns: [] },
    causes: [],
    refusal: { code: 'wrong-file-type', params: { detected: 'a PNG picture' } },
  },
});
const columnAbsent = draft('column-absent', {
  state: 'refused',
  report: {
    ...report,
    causes: [],
    refusal: { code: 'required-column', params: { field: 'Last name' } },
  },
});
const hugeDraft = draft('huge-draft', {
  fileName: LONG,
  report: {
    ...report,
    rows: { total: 4_987_654, ready: 4_123_999, error: 863_655, blank: 0, excluded: 0 },
    causes: report.causes.map((cause) => ({ ...cause, count: cause.count * 10_123 })),
  },
});
const clean = draft('clean', {
  report: {
    ...report,
    causes: [],
    rows: { total: 3104, ready: 3104, error: 0, blank: 0, excluded: 0 },
  },
});
const hopeless = draft('hopeless', {
  report: { ...report, rows: { total: 143, ready: 0, error: 143, blank: 0, excluded: 0 } },
});
const LABEL = 'Rechnungsempfänger-Ansprechpartner-Geschäftsadresse (Vertriebsregion)';
const longWords = draft('long-words', {
  fileName: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  recordType: 'veranstaltungsteilnehmerverzeichnis',
  report: {
    ...report,
    causes: report.causes.map((cause) => ({
      ...cause,
      label: LABEL,
      ...(cause.value === undefined ? {} : { value: 'x'.repeat(300) }),
      examples: cause.examples.map((example) => ({ ...example, value: 'Ä'.repeat(300) })),
    })),
    plan: {
      ...plan,
      recordType: 'veranstaltungsteilnehmerverzeichnis',
      columns: plan.columns.map((column) => ({ ...column, label: LABEL })),
    },
  },
});
const drafts = [checking, draft('checked'), refused];
const records = errorRecords('partial', 84).concat(errorRecords('huge', 84));

const both = (scene: Omit<Scene, 'page'>): Scene[] => [
  { ...scene, page: 'popup' },
  { ...scene, page: 'workbench' },
];
const full = { connection, drafts, imports, errorRecords: records };

/** Every picture that is looked at before a view is called done. */
export const scenes: Scene[] = [
  ...both({ name: 'home-empty', hash: '#/' }),
  ...both({ name: 'home-full', hash: '#/', ...full }),
  ...both({ name: 'draft-checked', hash: '#/drafts/checked', ...full }),
  { name: 'draft-checked-end', page: 'popup', hash: '#/drafts/checked', ...full, end: true },
  {
    name: 'draft-decision-open',
    page: 'popup',
    hash: '#/drafts/checked',
    ...full,
    click: 'Change',
    end: true,
  },
  {
    name: 'draft-waiting',
    page: 'popup',
    hash: '#/drafts/w',
    drafts: [draft('w', { state: 'waiting', report: null, recordType: null })],
  },
  ...both({ name: 'draft-checking', hash: '#/drafts/checking', ...full }),
  ...both({ name: 'draft-question', hash: '#/drafts/question', drafts: [question] }),
  ...both({ name: 'draft-refused', hash: '#/drafts/refused', ...full }),
  {
    name: 'draft-column-absent',
    page: 'popup',
    hash: '#/drafts/column-absent',
    drafts: [columnAbsent],
  },
  ...both({ name: 'draft-huge', hash: '#/drafts/huge-draft', connection, drafts: [hugeDraft] }),
  ...both({
    name: 'long-words',
    hash: '#/drafts/long-words',
    connection: { ...connection, workspace: { id: 'w', name: LABEL } },
    drafts: [longWords],
  }),
  {
    name: 'long-words-end',
    page: 'popup',
    hash: '#/drafts/long-words',
    connection,
    drafts: [longWords],
    end: true,
  },
  {
    name: 'long-words-home',
    page: 'popup',
    hash: '#/',
    connection: { ...connection, workspace: { id: 'w', name: LABEL } },
    drafts: [longWords],
  },
  {
    name: 'long-words-cause',
    page: 'popup',
    hash: '#/drafts/long-words/causes/invalid-email~2~',
    drafts: [longWords],
  },
  { name: 'draft-clean', page: 'popup', hash: '#/drafts/clean', connection, drafts: [clean] },
  {
    name: 'draft-hopeless',
    page: 'popup',
    hash: '#/drafts/hopeless',
    connection,
    drafts: [hopeless],
  },
  ...both({ name: 'columns', hash: '#/drafts/checked/columns', ...full }),
  ...both({ name: 'cause', hash: '#/drafts/checked/causes/invalid-email~2~', ...full }),
  { name: 'cause-row', page: 'popup', hash: '#/drafts/checked/causes/extra-cell~~', ...full },
  { name: 'missing', page: 'popup', hash: '#/drafts/nowhere', ...full },
  ...both({ name: 'import-uploading', hash: '#/imports/uploading', ...full }),
  {
    name: 'import-retrying',
    page: 'popup',
    hash: '#/imports/retrying',
    connection,
    imports: [retrying],
  },
  { name: 'import-not-uploaded', page: 'popup', hash: '#/imports/not-uploaded', ...full },
  ...both({ name: 'import-processing', hash: '#/imports/processing', ...full }),
  {
    name: 'import-cancel',
    page: 'popup',
    hash: '#/imports/processing',
    ...full,
    click: 'Cancel the import',
  },
  ...both({ name: 'import-partial', hash: '#/imports/partial', ...full }),
  { name: 'import-partial-end', page: 'popup', hash: '#/imports/partial', ...full, end: true },
  { name: 'import-partial-end', page: 'workbench', hash: '#/imports/partial', ...full, end: true },
  ...both({ name: 'import-failed', hash: '#/imports/failed', ...full }),
  { name: 'import-success', page: 'popup', hash: '#/imports/success', ...full },
  {
    name: 'import-huge',
    page: 'popup',
    hash: '#/imports/huge',
    connection,
    imports: [huge],
    errorRecords: records,
  },
  { name: 'options', page: 'options', hash: '' },
  { name: 'options-connected', page: 'options', hash: '', ...full },
];
