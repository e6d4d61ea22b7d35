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
    const buttons = await Promise.all(
      [popup, tab].map((page) =>
        page.waitForSelector(`button:text-is("${en.submit.everything(25)}")`),
      ),
    );

    // Clicked at once and without looking first, as an impatient person does.
    await Promise.all(
      buttons.map((button) =>
        button.evaluate((element) => {
          for (let click = 0; click < 2; click++) (element as HTMLElement).click();
        }),
      ),
    );

    const api = apiOf(server);
    await expect
      .poll(async () => (await api.imports()).map((one) => one.outcome), { timeout: 20_000 })
      .toEqual(['success']);
    const home = await browser.open('popup.html');
    await home.getByTestId('import').first().waitFor();
    expect(await home.getByTestId('import').count()).toBe(1);
  });
});
