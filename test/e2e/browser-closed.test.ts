import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { en } from '../../extension/text/en.ts';
import { bigFile, generate } from '../bench/generate.ts';
import { type ExtensionBrowser, launchExtension, PATIENCE } from '../browser/launch.ts';
import { apiOf } from './support/api.ts';
import { checkFile, connect, submitAll, textOf } from './support/app.ts';
import { fixture } from './support/fixtures.ts';
import { type FaultyProxy, startProxy } from './support/proxy.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

const ROWS = 30_000;

describe('the browser is closed in the middle', () => {
  let server: RunningServer;
  let proxy: FaultyProxy;
  let home: string;
  let browser: ExtensionBrowser;

  beforeEach(async () => {
    server = await startServer({ directory: 'generated' });
    proxy = await startProxy(server);
    home = mkdtempSync(join(tmpdir(), 'rowcheck-home-'));
    browser = await launchExtension({ home });
    await connect(browser, { origin: proxy.origin, token: server.token });
  });

  afterEach(async () => {
    await browser?.close();
    await proxy?.close();
    await server?.dispose();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  test('a checked draft is there again, with its verdict', async () => {
    const popup = await browser.open('popup.html');
    await checkFile(popup, fixture('contacts/contacts-dates.xlsx'));
    await browser.close();

    browser = await launchExtension({ home });
    const again = await browser.open('popup.html');
    await again.getByTestId('draft').click();
    await again.locator('[data-testid="verdict"][aria-busy="false"]').waitFor();
    expect(await textOf(again.getByTestId('verdict'))).toContain(en.draft.ready(4, 6));
  });

  test('an unfinished check starts over by itself', async () => {
    const { file } = generate(bigFile(ROWS), ROWS);
    const popup = await browser.open('popup.html');
    await popup.getByTestId('file').setInputFiles(file);
    await popup.getByTestId('verdict').waitFor();
    await browser.close();

    browser = await launchExtension({ home });
    const again = await browser.open('popup.html');
    await again.getByTestId('draft').click();
    await again
      .locator('[data-testid="verdict"][aria-busy="false"]')
      .waitFor({ timeout: PATIENCE });
    expect(await textOf(again.getByTestId('verdict'))).toContain('30,000');
  });

  test('an interrupted upload goes on and its import lands, once', async () => {
    const { file, expected } = generate(bigFile(ROWS), ROWS);
    const popup = await browser.open('popup.html');
    await checkFile(popup, file, 60_000);
    proxy.holdAfter(expected.bytes / 2);
    await submitAll(popup, ROWS);
    await proxy.holding();
    await browser.close();
    proxy.restore();

    browser = await launchExtension({ home });
    const api = apiOf(server);
    await expect
      .poll(async () => (await api.imports()).map((one) => one.status), { timeout: 90_000 })
      .toEqual(['Completed']);
    const [landed] = await api.imports();
    expect(landed?.results?.total).toBe(ROWS);
    expect(landed?.prediction?.held).not.toBe(false);
  });
});
