import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../extension/text/en.ts';
import { CATALOGUE } from '../../shared/issues/catalogue.ts';
import type { IssueCode } from '../../shared/issues/issue.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { type ExtensionBrowser, launchExtension } from '../browser/launch.ts';
import { apiOf } from './support/api.ts';
import { checkFile, connect, shownCauses, textOf } from './support/app.ts';
import { fixture } from './support/fixtures.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

/** Files that cannot be imported as a whole, and how a person is told. */
const REFUSED: [file: string, code: IssueCode, words: RegExp][] = [
  ['empty.csv', 'empty-file', /nothing in this file/],
  ['header-only.csv', 'no-rows', /no rows below/],
  ['picture.csv', 'wrong-file-type', /not a spreadsheet.*PNG/],
  ['encrypted.xlsx', 'encrypted-file', /password/],
  ['damaged.xlsx', 'damaged-file', /damaged/],
  ['bomb.xlsx', 'decompression-limit', /unpacks to far more/],
  ['required-column-absent.csv', 'required-column', /Last name/],
];

/** Files of which only something is wrong. */
const FLAWED: [file: string, code: IssueCode][] = [
  ['unclosed-quote-row-5.csv', 'unclosed-quote'],
  ['duplicate-labels.csv', 'duplicate-label'],
  ['ten-cells-of-thirteen.csv', 'missing-cell'],
];

/** A plan as a client makes it that looked at no more of the file than its header, if it has one. */
function blindPlan(file: string): Plan {
  const workbook = file.endsWith('.xlsx');
  const fields = {
    'First name': 'first_name',
    'Last name': 'last_name',
    'E-mail': 'email',
    Phone: 'phone',
  };
  const columns = Object.entries(fields).filter(
    ([label]) => label !== 'Last name' || !file.startsWith('required'),
  );
  return {
    version: 1,
    recordType: 'contact',
    format: workbook ? 'xlsx' : 'csv',
    encoding: workbook ? null : 'utf-8',
    dialect: workbook ? null : { delimiter: ',', quote: '"', newline: '\n' },
    sheet: workbook ? 'Sheet1' : null,
    headerRow: 1,
    columns: columns.map(([label, field], index) => ({ index, label, field, by: 'exact' })),
    formats: {},
    defaultCountry: null,
    mode: 'create',
    badRows: 'report',
    edits: [],
    excludedRows: [],
  };
}

describe('bad input', () => {
  let server: RunningServer;
  let browser: ExtensionBrowser;
  let folder: string;

  beforeAll(async () => {
    server = await startServer({ env: { ROWCHECK_MAX_FILE_MB: '1' } });
    browser = await launchExtension();
    await connect(browser, server);
    folder = mkdtempSync(join(tmpdir(), 'rowcheck-bad-'));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(REFUSED)(
    '%s: the popup says why, and that is all it offers',
    async (file, _code, words) => {
      const popup = await browser.open('popup.html');
      await checkFile(popup, fixture(`bad-input/${file}`));
      expect(await textOf(popup.getByTestId('refusal'))).toMatch(words);
      expect(await popup.getByRole('button', { name: /^Submit/ }).count()).toBe(0);
      await popup.close();
    },
  );

  test.each(REFUSED)(
    '%s: the server fails the import with the same reason',
    async (file, code, words) => {
      const api = apiOf(server);
      const bytes = new Uint8Array(readFileSync(fixture(`bad-input/${file}`)));
      const uploadId = await api.upload(file, bytes);
      const answer = await api.create(uploadId, file, blindPlan(file));
      if (answer.status === 422 || answer.status === 400) {
        // Refused at the door: no import that would only fail.
        const problem = (await answer.json()) as { code: string; message: string };
        expect(problem).toMatchObject({ code, message: expect.stringMatching(words) });
        return;
      }
      expect(answer.status).toBe(201);
      const { id } = (await answer.json()) as { id: string };
      await expect
        .poll(async () => (await api.import(id)).status, { timeout: 20_000 })
        .toBe('Failed');
      const { reason, outcome, results } = await api.import(id);
      expect(outcome).toBe('failed');
      expect(results?.successes ?? 0).toBe(0);
      expect(reason).toMatchObject({ code, message: expect.stringMatching(words) });
    },
  );

  test.each(FLAWED)(
    '%s: the popup names the cause and keeps the other rows',
    async (file, code) => {
      const popup = await browser.open('popup.html');
      await checkFile(popup, fixture(`bad-input/${file}`));
      expect(await shownCauses(popup)).toHaveProperty(code);
      const shown = (await textOf(popup.locator('body'))).toLowerCase();
      expect(shown).toContain(CATALOGUE[code].title.toLowerCase());
      await popup.close();
    },
  );

  test('a file over this server’s own limit: said at the import, and the check is kept', async () => {
    const path = join(folder, 'large.csv');
    const row = (n: number) => `Person ${n},p${n}@example.com,${'x'.repeat(150)}\n`;
    writeFileSync(
      path,
      `Last name,E-mail,Notes\n${Array.from({ length: 8000 }, (_, n) => row(n)).join('')}`,
    );
    const submit = { name: en.submit.everything(8000), exact: true };
    const popup = await browser.open('popup.html');
    await checkFile(popup, path);
    await popup.getByRole('button', submit).click();
    const outcome = popup.getByTestId('outcome');
    await outcome.waitFor();
    expect(await textOf(outcome)).toMatch(/takes up to 1(\.0)? MB/);
    await popup.getByRole('button', { name: en.details.takeBack }).click();
    await popup.getByRole('button', submit).waitFor();
    await popup.close();
  });

  test('a file over the limit: refused in the popup and by the server', async () => {
    const path = join(folder, 'enormous.csv');
    writeFileSync(path, 'Last name\nLopez\n');
    truncateSync(path, 513 * 1024 * 1024);
    const popup = await browser.open('popup.html');
    await checkFile(popup, path, 60_000);
    expect(await textOf(popup.getByTestId('refusal'))).toMatch(/513 MB.*512 MB/);
    await popup.close();

    const answer = await apiOf(server).announce('enormous.csv', 2 * 1024 * 1024);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toMatch(/takes up to 1(\.0)? MB/);
  });
});
