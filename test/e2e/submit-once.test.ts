import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../extension/text/en.ts';
import { type ExtensionBrowser, launchExtension } from '../browser/launch.ts';
import { apiOf } from './support/api.ts';
import { checkFile, connect } from './support/app.ts';
import { fixture } from './support/fixtures.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

describe('the same submit clicked twice', () => {
  let server: RunningServer;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchExtension();
    await connect(browser, server);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test('gives one import, be it a double click or two pages of the same draft', async () => {
    const popup = await browser.open('popup.html');
    await checkFile(popup, fixture('contacts/contacts-clean.csv'));
    const tab = await browser.open(`workbench.html${new URL(popup.url()).hash}`);
    const submit = { name: en.submit.everything(25), exact: true };
    await tab.getByRole('button', submit).waitFor();

    await Promise.all([
      popup.getByRole('button', submit).dblclick(),
      tab.getByRole('button', submit).click(),
    ]);

    const api = apiOf(server);
    await expect
      .poll(async () => (await api.imports()).map((one) => one.outcome), { timeout: 20_000 })
      .toEqual(['success']);
    const home = await browser.open('popup.html');
    await home.getByTestId('import').first().waitFor();
    expect(await home.getByTestId('import').count()).toBe(1);
  });
});
