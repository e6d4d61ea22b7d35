import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../../server/imports/claim.ts';
import { createImportService } from '../../../server/imports/service.ts';
import { createImportQueue } from '../../../server/queue/import-queue.ts';
import { WorkerStopping } from '../../../server/queue/worker-stopping.ts';
import { errorPageSchema, type Import, importSchema } from '../../../shared/contract/imports.ts';
import { recordListSchema } from '../../../shared/contract/records.ts';
import type { Report } from '../../../shared/report/report.ts';
import { createTestServer, type TestServer } from '../server.ts';
import { stores } from '../stores.ts';
import { within } from '../within.ts';
import { contactFile, contactPlan, contacts, request, summary, upload } from './files.ts';
import { readImport, submitted, testRunner } from './runner.ts';

/** 12 rows: 7 good, 3 bad in four ways, 1 blank, 1 of a team that exists. */
const MIXED = contactFile([
  ...contacts(5),
  ['', 'no.name@example.com', '', ''],
  ['Wrong', 'not an address', 'team_9', ''],
  ['', '', '', ''],
  ['Again', 'person.1@example.com', 'team_9', ''],
  ['Sales', 'sales@example.com', 'team_1', ''],
  ...contacts(1, 90),
]);

describe.each(stores)('running an import on $name', ({ create }) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await createTestServer(await create());
    await server.services.directory.importTeams(server.workspace.id, [
      { id: 'team_1', name: 'Sales' },
    ]);
  });
  beforeEach(() =>
    server.database.exec('TRUNCATE imports, records, record_links, error_records, error_issues'),
  );
  afterAll(() => server.close());

  const records = async (recordType = 'contact') => {
    const response = await server.call('GET', `/v1/records/${recordType}?limit=1000`, {
      as: 'viewer',
    });
    return recordListSchema.parse(await response.json()).records;
  };

  const errorsOf = async (id: string, query = '') => {
    const response = await server.call('GET', `/v1/imports/${id}/errors${query}`, { as: 'viewer' });
    return errorPageSchema.parse(await response.json());
  };

  const imported = async (content: string, given = {}): Promise<Import> => {
    const { import: created } = await submitted(server, content, given);
    await testRunner(server)(created.id);
    return readImport(server, created.id);
  };

  it('goes through its statuses to a partial outcome whose numbers add up', async () => {
    const { import: created, report } = await submitted(server, MIXED);
    const seen: string[] = [created.status];
    const listening = await server.database.listen('rowcheck_changes', () => {});
    await testRunner(server, {
      afterBatch: async () => {
        seen.push((await readImport(server, created.id)).status);
      },
    })(created.id);
    await listening();
    const done = await readImport(server, created.id);
    seen.push(done.status);
    expect(seen).toEqual(['Uploaded', 'Processing', 'Completed']);
    expect(summary(done)).toEqual({
      status: 'Completed',
      outcome: 'partial',
      results: { total: 10, successes: 7, errors: 3 },
      ledger: { created: 7, updated: 0, unchanged: 0, error: 3, excluded: 0, blank: 1 },
    });
    expect(done.progress).toEqual({ rows: 11, total: 11 });
    expect(done.prediction).toEqual({ ready: 7, error: 3, digest: report.digest, held: true });
    expect(done.reason).toBeNull();
    expect(done.startedAt && done.finishedAt && done.finishedAt >= done.startedAt).toBe(true);
    expect(done.revision).toBeGreaterThan(created.revision);
    const names = (await records()).map(({ values }) => values.last_name);
    expect(names).toEqual([...contacts(5).map(([name]) => name), 'Sales', 'Name 90']);
  });

  it('says the same causes as the check did, each in words', async () => {
    const { import: created, report } = await submitted(server, MIXED);
    await testRunner(server)(created.id);
    const { causes } = await readImport(server, created.id);
    const short = (cause: Import['causes'][number] | Report['causes'][number]) => [
      cause.code,
      cause.field,
      cause.value,
      cause.count,
    ];
    expect(causes.map(short).sort()).toEqual(report.causes.map(short).sort());
    expect(causes[0]).toMatchObject({ code: 'unknown-team', value: 'team_9', count: 2 });
    for (const { title, message, fix } of causes) {
      expect(message).not.toMatch(/undefined|null|NaN/);
      expect([title, fix].every((text) => text.length > 5)).toBe(true);
    }
  });

  it('pages error records, and those of one cause', async () => {
    const done = await imported(MIXED);
    const all = await errorsOf(done.id);
    expect(all.labels).toEqual(['Last name', 'E-mail', 'Team', 'Company']);
    expect(all.total).toBe(3);
    expect(all.records.map(({ row, issues }) => [row, ...issues.map(({ code }) => code)])).toEqual([
      [7, 'required'],
      [8, 'invalid-email', 'unknown-team'],
      [10, 'unique-error', 'unknown-team'],
    ]);
    expect(all.records[1]?.cells).toEqual(['Wrong', 'not an address', 'team_9', '']);
    expect(all.records[1]?.issues[0]).toMatchObject({
      column: 1,
      label: 'E-mail',
      field: 'email',
      value: 'not an address',
      severity: 'error',
    });
    const first = await errorsOf(done.id, '?limit=2');
    expect([first.records.map(({ row }) => row), first.next, first.total]).toEqual([[7, 8], 8, 3]);
    const second = await errorsOf(done.id, '?limit=2&after=8');
    expect([second.records.map(({ row }) => row), second.next]).toEqual([[10], null]);

    const rowsOf = async (query: string) => {
      const { records, total } = await errorsOf(done.id, query);
      return [records.map(({ row }) => row), total];
    };
    expect(await rowsOf('?code=unknown-team&field=team&value=team_9')).toEqual([[8, 10], 2]);
    expect(await rowsOf('?code=unknown-team&field=team&value=team_9&after=8')).toEqual([[10], 2]);
    expect(await rowsOf('?code=unknown-team&value=team_1')).toEqual([[], 0]);
    expect(await rowsOf('?code=unique-error&field=email')).toEqual([[10], 1]);
    expect(await rowsOf('?field=phone')).toEqual([[], 0]);
  });

  it('writes an error file that is complete and runs no formula', async () => {
    const done = await imported(
      contactFile([
        ['=HYPERLINK(1)', 'not "an" address', 'team_9', '+49'],
        ['Good', 'good@example.com', '', ''],
        ['Jörg', 'bad', '', 'Bär & Söhne'],
      ]),
      { dialect: { delimiter: ',', quote: '"', newline: '\n' } },
    );
    const response = await server.call('GET', `/v1/imports/${done.id}/error-file`, {
      as: 'viewer',
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="contacts-errors.csv"; filename*=UTF-8''contacts-errors.csv`,
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    const { data } = Papa.parse(text.trimEnd());
    expect(data).toEqual([
      ['Last name', 'E-mail', 'Team', 'Company', 'Row', 'Error codes', 'Errors'],
      [
        "'=HYPERLINK(1)",
        'not "an" address',
        'team_9',
        "'+49",
        '2',
        'invalid-email; unknown-team',
        expect.stringMatching(/^Row 2, E-mail: .* Row 2, Team: /),
      ],
      ['Jörg', 'bad', '', 'Bär & Söhne', '4', 'invalid-email', expect.any(String)],
    ]);

    // Corrected and dropped in again it brings back the very values that stood in the first file.
    const corrected = text
      .replace(/"?not ""an"" address"?/, 'first@example.com')
      .replace('bad', 'second@example.com')
      .replace('team_9', 'team_1');
    const again = await imported(corrected, { recordType: 'contact' });
    expect(again.results).toEqual({ total: 2, successes: 2, errors: 0 });
    const values = (await records()).map(({ values }) => [values.last_name, values.company]);
    expect(values).toEqual([
      ['Good', null],
      ['=HYPERLINK(1)', '+49'],
      ['Jörg', 'Bär & Söhne'],
    ]);
  });

  it('writes every error record to the error file, also those of many pages', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => ['X', `bad ${index}`, '', '']);
    const done = await imported(contactFile(rows));
    const response = await server.call('GET', `/v1/imports/${done.id}/error-file`, {
      as: 'viewer',
    });
    const lines = (await response.text()).trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => Number(line.split(',')[4]))).toEqual(
      rows.map((_row, index) => index + 2),
    );
  });

  it('keeps the cells of a row that has too many', async () => {
    const done = await imported(
      contactFile([...contacts(2), ['Smith', 'Inc.', 's@example.com', '', 'Acme', 'Berlin']]),
    );
    const response = await server.call('GET', `/v1/imports/${done.id}/error-file`, {
      as: 'viewer',
    });
    const [header, line] = (await response.text()).split('\r\n');
    expect(header).toBe('Last name,E-mail,Team,Company,,,Row,Error codes,Errors');
    expect(line).toMatch(/^Smith,Inc\.,s@example\.com,,Acme,Berlin,4,extra-cell,/);
  });

  it('leaves out rows with errors when only the ready ones were submitted', async () => {
    const done = await imported(MIXED, { badRows: 'exclude', excludedRows: [3] });
    expect(summary(done)).toEqual({
      status: 'Completed',
      outcome: 'success',
      results: { total: 6, successes: 6, errors: 0 },
      ledger: { created: 6, updated: 0, unchanged: 0, error: 0, excluded: 4, blank: 1 },
    });
    expect(done.prediction?.held).toBe(true);
    expect(done.causes.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await errorsOf(done.id)).total).toBe(0);
  });

  it('makes an error record of a row whose record was there before', async () => {
    await imported(contactFile(contacts(3)));
    const done = await imported(
      contactFile([
        ...contacts(2, 10),
        ['New', 'PERSON.1@example.com', '', ''],
        ...contacts(1, 20),
      ]),
    );
    expect(summary(done)).toMatchObject({
      outcome: 'partial',
      results: { total: 4, successes: 3, errors: 1 },
    });
    expect(done.prediction).toMatchObject({ ready: 4, error: 0, held: false });
    expect(done.causes).toMatchObject([{ code: 'duplicate-record', count: 1 }]);
    const { records: failed } = await errorsOf(done.id);
    expect(failed.map(({ row, cells }) => [row, cells[0]])).toEqual([[4, 'New']]);
    expect(failed[0]?.issues).toMatchObject([{ code: 'duplicate-record', column: 1 }]);
    expect(await records()).toHaveLength(6);
  });

  it('lets one of two win when imports of the same records run at once', async () => {
    const rows = contacts(60);
    const one = await submitted(server, contactFile(rows));
    const two = await submitted(server, contactFile(rows.toReversed()));
    const run = testRunner(server, { batchSize: 10 });
    await Promise.all([run(one.import.id), run(two.import.id)]);
    const both = [await readImport(server, one.import.id), await readImport(server, two.import.id)];
    const sum = (bucket: 'created' | 'error') =>
      both.reduce((total, { ledger }) => total + (ledger?.[bucket] ?? 0), 0);
    expect([sum('created'), sum('error')]).toEqual([60, 60]);
    for (const { results } of both) expect(results?.total).toBe(60);
    expect(await records()).toHaveLength(60);
  });

  it('fails as a whole when no column goes to a required field', async () => {
    const uploadId = await upload(server, server.workspace.id, contactFile(contacts(2)));
    const plan = contactPlan();
    plan.columns = plan.columns.map((column) => ({
      ...column,
      field: column.field === 'last_name' ? null : column.field,
    }));
    const body = request(uploadId, { plan });
    const response = await server.call('POST', '/v1/imports', { as: 'importer', body });
    const { id } = importSchema.parse(await response.json());
    await testRunner(server)(id);
    const done = await readImport(server, id);
    expect(summary(done)).toEqual({
      status: 'Failed',
      outcome: 'failed',
      results: { total: 0, successes: 0, errors: 0 },
      ledger: { created: 0, updated: 0, unchanged: 0, error: 0, excluded: 0, blank: 0 },
    });
    expect(done.reason?.code).toBe('required-column');
    expect(done.reason?.message).toContain('“Last name”');
    expect(done.reason?.message).toContain('Nothing was imported.');
  });

  it.each([
    ['only a header', contactFile([]), 'no-rows'],
    ['nothing at all', '', 'empty-file'],
    ['the columns of another file', 'Last name,City,Team,Company\nA,B,,\n', 'wrong-plan'],
    ['a PDF', '%PDF-1.7\n%whatever', 'wrong-file-type'],
  ])('fails with a sentence for %s', async (_what, content, code) => {
    const uploadId = await upload(server, server.workspace.id, content);
    const body = request(uploadId);
    const response = await server.call('POST', '/v1/imports', { as: 'importer', body });
    const { id } = importSchema.parse(await response.json());
    await testRunner(server)(id);
    const done = await readImport(server, id);
    expect([done.status, done.reason?.code]).toEqual(['Failed', code]);
    expect(done.reason?.message).toMatch(/^[A-Z].{20,}Nothing was imported\.$/s);
  });

  it('stops between two batches when it is cancelled, and keeps what landed', async () => {
    const { import: created } = await submitted(server, contactFile(contacts(100)));
    await testRunner(server, {
      batchSize: 10,
      afterBatch: async (_claim: Claim, lastRow: number) => {
        if (lastRow !== 21) return;
        await server.call('POST', `/v1/imports/${created.id}/cancel`, { as: 'importer' });
      },
    })(created.id);
    const done = await readImport(server, created.id);
    expect([done.status, done.outcome, done.reason?.code]).toEqual([
      'Failed',
      'failed',
      'cancelled',
    ]);
    const { length } = await records();
    expect(length).toBeLessThan(100);
    expect(done.results).toEqual({ total: length, successes: length, errors: 0 });
    expect(done.reason?.message).toBe(
      `The import was cancelled. ${length} rows had already been imported and stay in your records. What comes after row ${length + 1} of the file was not looked at.`,
    );
    const late = await server.call('POST', `/v1/imports/${created.id}/cancel`, { as: 'importer' });
    expect(late.status).toBe(200);
  });

  it('refuses to cancel what has ended', async () => {
    const done = await imported(contactFile(contacts(1)));
    const late = await server.call('POST', `/v1/imports/${done.id}/cancel`, { as: 'importer' });
    expect([late.status, (await late.json()).code]).toEqual([409, 'import-ended']);
  });

  it('lands every row exactly once however often it is killed on the way', async () => {
    const rows = [
      ...contacts(40),
      ['Again', 'person.3@example.com', 'team_9', ''],
      ['', '', '', ''],
      ...contacts(40, 100),
      ['Again', 'person.101@example.com', '', ''],
      ...contacts(20, 200),
    ];
    const undisturbed = await imported(contactFile(rows));
    const names = (await records()).map(({ values, source }) => [values.last_name, source?.row]);
    const { records: failed } = await errorsOf(undisturbed.id);
    await server.database.exec('DELETE FROM records');

    const { import: created } = await submitted(server, contactFile(rows));
    let kills = 0;
    for (let lives = 0; lives < 20; lives++) {
      const killer = testRunner(server, {
        batchSize: 7,
        onError: () => {},
        afterBatch: (_claim, lastRow) => {
          if (lastRow % 3 === 0) throw new Error('killed');
        },
      });
      await killer(created.id).catch(() => kills++);
    }
    expect(kills).toBeGreaterThan(3);
    await testRunner(server)(created.id);
    const done = await readImport(server, created.id);
    expect(summary(done)).toEqual(summary(undisturbed));
    expect(done.causes).toEqual(undisturbed.causes);
    expect(done.prediction?.held).toBe(true);
    expect((await records()).map(({ values, source }) => [values.last_name, source?.row])).toEqual(
      names,
    );
    expect((await errorsOf(done.id)).records).toEqual(failed);
  });

  it('writes nothing for a worker that was believed dead', async () => {
    const { import: created } = await submitted(server, contactFile(contacts(30)));
    let heir: Promise<void> | null = null;
    await testRunner(server, {
      batchSize: 10,
      afterBatch: async () => {
        heir ??= testRunner(server)(created.id);
        await heir;
      },
    })(created.id);
    expect(await readImport(server, created.id)).toMatchObject({
      status: 'Completed',
      results: { total: 30, successes: 30, errors: 0 },
    });
    expect(await records()).toHaveLength(30);
  });

  it('gives up with a plain sentence when it never gets on', async () => {
    const { import: created } = await submitted(server, contactFile(contacts(3)));
    const errors: unknown[] = [];
    const run = testRunner(server, {
      directory: {
        reference: async () => {
          throw new Error('out of order');
        },
      },
      onError: (error) => errors.push(error),
    });
    for (let attempt = 1; attempt < 4; attempt++) {
      await expect(run(created.id)).rejects.toThrow('out of order');
    }
    await run(created.id);
    expect(errors).toHaveLength(4);
    const done = await readImport(server, created.id);
    expect([done.status, done.reason?.code]).toEqual(['Failed', 'internal']);
    expect(done.reason?.message).toContain(created.id);
    expect(done.reason?.message).not.toContain('out of order');
  });

  it('does not count runs that a stopping worker ended', async () => {
    const { import: created } = await submitted(server, contactFile(contacts(3)));
    for (let restart = 0; restart < 6; restart++) {
      const stopping = new AbortController();
      const run = testRunner(server, {
        directory: {
          reference: async () => {
            stopping.abort(new WorkerStopping());
            return server.services.directory.reference(server.workspace.id);
          },
        },
      });
      await expect(run(created.id, stopping.signal)).rejects.toBeInstanceOf(WorkerStopping);
    }
    await testRunner(server)(created.id);
    expect((await readImport(server, created.id)).outcome).toBe('success');
  });

  it('fails with the way out when the bytes are gone', async () => {
    const { import: created } = await submitted(server, contactFile(contacts(3)));
    await testRunner(server, {
      uploads: { open: async () => null },
    })(created.id);
    expect((await readImport(server, created.id)).reason).toEqual({
      code: 'file-gone',
      message:
        'The uploaded file is no longer on the server. Submit it again. Nothing was imported.',
    });
  });

  it('links contacts to the companies that they name', async () => {
    await imported('Name\nCompany 1\nCOMPANY 2\n', { recordType: 'company' });
    const [one, two] = await records('company');
    await imported(contactFile(contacts(3)));
    const links = (await records()).map(({ values, links }) => [values.company, links]);
    expect(links).toEqual([
      ['Company 0', []],
      ['Company 1', [{ field: 'company', recordType: 'company', id: one?.id }]],
      ['Company 2', [{ field: 'company', recordType: 'company', id: two?.id }]],
    ]);
  });

  it('keeps characters that the database cannot hold from stopping the import', async () => {
    // Far enough down that the file does not look like something else than text.
    const rows = [
      ...contacts(8_000),
      ['Nul\0l', 'nul@example.com', '', ''],
      ['Bad\0', 'no\0address', '', ''],
      ['Literal \\u0000', 'literal@example.com', '', ''],
    ];
    const done = await imported(contactFile(rows));
    expect([done.status, done.results?.total]).toEqual(['Completed', 8_003]);
    const { records: failed } = await errorsOf(done.id, '?after=8000');
    expect(failed.map(({ cells }) => cells[1])).toContain('no\uFFFDaddress');
    const [literal] = await server.database.query<{ name: string }>(
      `SELECT data->>'last_name' AS name FROM records WHERE match_key = 'literal@example.com'`,
    );
    expect(literal).toEqual({ name: 'Literal \\u0000' });
  });

  it('fails when the file is of another kind than the plan says', async () => {
    const workbook = 'PK\x03\x04';
    const uploadId = await upload(server, server.workspace.id, workbook);
    const body = request(uploadId);
    const response = await server.call('POST', '/v1/imports', { as: 'importer', body });
    const { id } = importSchema.parse(await response.json());
    await testRunner(server)(id);
    expect((await readImport(server, id)).reason?.message).toMatch(/Nothing was imported\.$/);
  });

  it('is run by the queue as soon as it is submitted, and told to whoever watches', async () => {
    const queue = createImportQueue({
      database: server.database,
      onError: (error) => {
        throw error;
      },
    });
    await queue.start();
    try {
      const run = testRunner(server);
      await queue.work(run);
      const imports = createImportService({
        ...server.services,
        database: server.database,
        queue,
        limits: { waitingImports: 100 },
      });
      const { id: workspaceId } = server.workspace;
      const uploadId = await upload(server, workspaceId, MIXED);
      let ended = (_done: Import) => {};
      const done = new Promise<Import>((resolve) => {
        ended = resolve;
      });
      const submitter = { workspaceId, tokenName: 'test' };
      const stop = await server.database.listen('rowcheck_changes', () => {
        imports.list(workspaceId, { limit: 1 }).then(({ imports: [newest] }) => {
          if (newest?.outcome) ended(newest);
        });
      });
      await imports.create(submitter, request(uploadId), 'key');
      expect((await within(10_000, 'the end of the import', done)).results).toEqual({
        total: 10,
        successes: 7,
        errors: 3,
      });
      await stop();
    } finally {
      await queue.stop();
    }
  });
});
