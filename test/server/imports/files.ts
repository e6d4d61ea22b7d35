import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CreateImport, Import } from '../../../shared/contract/imports.ts';
import { type Plan, planSchema } from '../../../shared/plan/plan.ts';
import type { TestServer } from '../server.ts';

/** Contacts as the tests write them: a header, then rows. */
export const LABELS = ['Last name', 'E-mail', 'Team', 'Company'] as const;
const FIELDS = ['last_name', 'email', 'team', 'company'];

/** A plan for files with the columns of `LABELS`. */
export function contactPlan(changes: Partial<Plan> = {}): Plan {
  return planSchema.parse({
    version: 1,
    recordType: 'contact',
    format: 'csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', quote: '"', newline: '\n' },
    sheet: null,
    headerRow: 1,
    columns: LABELS.map((label, index) => ({ index, label, field: FIELDS[index], by: 'exact' })),
    formats: {},
    defaultCountry: null,
    mode: 'create',
    badRows: 'report',
    edits: [],
    excludedRows: [],
    ...changes,
  });
}

/** A file with the columns of `LABELS`. */
export function contactFile(rows: readonly (readonly string[])[]): string {
  return [LABELS, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

/** Good contacts, each different. */
export function contacts(count: number, from = 0): string[][] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    return [`Name ${number}`, `person.${number}@example.com`, '', `Company ${number % 3}`];
  });
}

/** Puts a finished upload on the server. */
export async function upload(
  { services }: TestServer,
  workspaceId: string,
  content: string,
  fileName = 'contacts.csv',
): Promise<string> {
  const id = `upl_${randomUUID()}`;
  const bytes = new TextEncoder().encode(content);
  await mkdir(services.uploads.folder, { recursive: true });
  await writeFile(join(services.uploads.folder, id), bytes);
  await services.uploads.add(workspaceId, { id, fileName, size: bytes.length });
  await services.uploads.complete(id);
  return id;
}

/** What a client sends to submit an upload. */
export function request(uploadId: string, changes: Partial<CreateImport> = {}): CreateImport {
  return {
    uploadId,
    fileName: 'contacts.csv',
    plan: contactPlan(),
    prediction: null,
    ...changes,
  };
}

/** Buckets and results of an import in one line of a test. */
export function summary({ status, outcome, results, ledger }: Import) {
  return { status, outcome, results, ledger };
}
