import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importListSchema, importSchema } from '../../../shared/contract/imports.ts';
import { apiErrorSchema } from '../../../shared/contract/session.ts';
import { addWorkspace, createTestServer, refusal, type TestServer } from '../server.ts';
import { stores } from '../stores.ts';
import { contactFile, contactPlan, contacts, request, upload } from './files.ts';

describe.each(stores)('imports on $name', ({ create }) => {
  let server: TestServer;
  let otherToken: string;

  beforeAll(async () => {
    server = await createTestServer(await create(), { limits: { waitingImports: 12 } });
    otherToken = await addWorkspace(server, 'other');
  });
  afterAll(() => server.close());

  const uploaded = () => upload(server, server.workspace.id, contactFile(contacts(2)));
  const post = (body: unknown, key?: string, as = 'importer') =>
    server.call('POST', '/v1/imports', {
      as,
      body,
      headers: key === undefined ? {} : { 'Idempotency-Key': key },
    });

  it('creates an import that waits', async () => {
    const uploadId = await uploaded();
    const prediction = { ready: 2, error: 0, digest: 'd' };
    const response = await post(request(uploadId, { prediction }));
    expect(response.status).toBe(201);
    const created = importSchema.parse(await response.json());
    expect(created).toMatchObject({
      status: 'Uploaded',
      fileName: 'contacts.csv',
      outcome: null,
      results: null,
      progress: { rows: 0, total: 2 },
      prediction: { ...prediction, held: null },
      createdBy: 'a importer',
    });
    const read = await server.call('GET', `/v1/imports/${created.id}`, { as: 'viewer' });
    expect(importSchema.parse(await read.json())).toEqual(created);
  });

  it('makes one import of the same key, also when asked twice at the same moment', async () => {
    const body = request(await uploaded());
    const answers = await Promise.all([post(body, 'k1'), post(body, 'k1'), post(body, 'k1')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    const imports = await Promise.all(
      answers.map(async (answer) => importSchema.parse(await answer.json())),
    );
    expect(new Set(imports.map(({ id }) => id)).size).toBe(1);
    const again = await post(body, 'k1');
    expect(again.status).toBe(200);
  });

  it('refuses a key that belongs to another request', async () => {
    const uploadId = await uploaded();
    await post(request(uploadId), 'k2');
    const other = request(uploadId, { fileName: 'other.csv' });
    expect(await refusal(await post(other, 'k2'))).toEqual([409, 'idempotency-key-reused']);
  });

  it('lets two workspaces use the same key', async () => {
    await post(request(await uploaded()), 'k3');
    const uploadId = await upload(server, 'other', contactFile(contacts(1)));
    expect((await post(request(uploadId), 'k3', otherToken)).status).toBe(201);
  });

  it('refuses what cannot be imported, with the reason', async () => {
    const uploadId = await uploaded();
    const foreign = await upload(server, 'other', contactFile(contacts(1)));
    const [email] = contactPlan().columns.slice(1);
    const cases: [unknown, number, string][] = [
      [request('upl_nothing'), 422, 'unknown-upload'],
      [request(foreign), 422, 'unknown-upload'],
      [
        request(uploadId, { plan: contactPlan({ recordType: 'spaceship' }) }),
        422,
        'unknown-record-type',
      ],
      [
        request(uploadId, {
          plan: contactPlan({ columns: [{ index: 0, label: 'X', field: 'warp', by: 'exact' }] }),
        }),
        422,
        'invalid-plan',
      ],
      [
        request(uploadId, {
          plan: contactPlan({ columns: email ? [email, { ...email, index: 5 }] : [] }),
        }),
        422,
        'invalid-plan',
      ],
      [
        request(uploadId, { plan: contactPlan({ columns: contactPlan().columns.toReversed() }) }),
        422,
        'invalid-plan',
      ],
      [{ uploadId }, 400, 'invalid-request'],
    ];
    for (const [body, status, code] of cases) {
      expect(await refusal(await post(body))).toEqual([status, code]);
    }
  });

  it('names each place of a plan that does not fit', async () => {
    const plan = contactPlan({ columns: [{ index: 0, label: 'X', field: 'warp', by: 'exact' }] });
    const response = await post(request(await uploaded(), { plan }));
    expect(apiErrorSchema.parse(await response.json()).details).toEqual([
      {
        path: 'plan.columns.0.field',
        message: 'The record type “contact” has no field “warp”.',
      },
    ]);
  });

  it('wants every column of the file named, in its order', async () => {
    const columns = contactPlan().columns.filter(({ index }) => index !== 1);
    const response = await post(request(await uploaded(), { plan: contactPlan({ columns }) }));
    expect(response.status).toBe(422);
    const { details } = apiErrorSchema.parse(await response.json());
    expect(details?.map(({ path }) => path)).toEqual([
      'plan.columns.1.index',
      'plan.columns.2.index',
    ]);
    expect(details?.[0]?.message).toMatch(/^Column 1 has the index 2\./);
  });

  it('refuses an upload that has not arrived completely', async () => {
    const uploadId = await uploaded();
    await server.database.query('UPDATE uploads SET size = size + 1 WHERE id = $1', [uploadId]);
    expect(await refusal(await post(request(uploadId)))).toEqual([422, 'unfinished-upload']);
  });

  it('asks for the role that may import', async () => {
    const body = request(await uploaded());
    expect(await refusal(await post(body, 'k4', 'viewer'))).toEqual([403, 'forbidden']);
  });

  it('keeps imports of another workspace out of sight', async () => {
    const created = importSchema.parse(await (await post(request(await uploaded()))).json());
    for (const path of ['', '/errors', '/error-file']) {
      const response = await server.call('GET', `/v1/imports/${created.id}${path}`, {
        as: otherToken,
      });
      expect(await refusal(response)).toEqual([404, 'unknown-import']);
    }
    const cancel = await server.call('POST', `/v1/imports/${created.id}/cancel`, {
      as: otherToken,
    });
    expect(await refusal(cancel)).toEqual([404, 'unknown-import']);
    const none = await server.call('GET', '/v1/imports/not-an-id', { as: 'viewer' });
    expect(await refusal(none)).toEqual([404, 'unknown-import']);
  });

  it('cancels an import that waits at once, and a second time changes nothing', async () => {
    const created = importSchema.parse(await (await post(request(await uploaded()))).json());
    const cancel = () =>
      server.call('POST', `/v1/imports/${created.id}/cancel`, { as: 'importer' });
    const ended = importSchema.parse(await (await cancel()).json());
    expect(ended).toMatchObject({
      status: 'Failed',
      outcome: 'failed',
      results: { total: 0, successes: 0, errors: 0 },
      reason: { code: 'cancelled', message: 'The import was cancelled. Nothing was imported.' },
    });
    const again = await cancel();
    expect(again.status).toBe(200);
    expect(importSchema.parse(await again.json())).toMatchObject({ finishedAt: ended.finishedAt });
  });

  it('lists from the newest, page by page, all of them', async () => {
    const names: string[] = [];
    let before = '';
    do {
      const response = await server.call('GET', `/v1/imports?limit=2${before}`, { as: 'viewer' });
      const page = importListSchema.parse(await response.json());
      expect(page.imports.length).toBeLessThanOrEqual(2);
      names.push(...page.imports.map(({ id }) => id));
      before = page.next === null ? '' : `&before=${page.next}`;
    } while (before !== '');
    const [all] = await server.database.query<{ ids: string[] }>(
      `SELECT array_agg(id::text ORDER BY seq DESC) AS ids FROM imports WHERE workspace_id = $1`,
      [server.workspace.id],
    );
    expect(names).toEqual(all?.ids);
  });

  it('takes no more than the limit of waiting imports', async () => {
    const body = async () => request(await uploaded());
    let response = await post(await body());
    for (let made = 0; made < 12 && response.status === 201; made++) {
      response = await post(await body());
    }
    expect(await refusal(response)).toEqual([429, 'too-many-imports']);
  });
});
