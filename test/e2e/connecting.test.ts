import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../extension/text/en.ts';
import { type ExtensionBrowser, launchExtension, PATIENCE } from '../browser/launch.ts';
import { checkFile, shownCauses, textOf } from './support/app.ts';
import { fixture } from './support/fixtures.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

describe('before a server is connected', () => {
  let server: RunningServer;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchExtension();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test('a file is checked all the same, without judging users and teams', async () => {
    const popup = await browser.open('popup.html');
    await checkFile(popup, fixture('contacts/contacts-every-cause.csv'));

    const causes = await shownCauses(popup);
    expect(causes).toMatchObject({ 'invalid-email': 3, required: 2 });
    expect(causes).not.toHaveProperty('unknown-team');
    expect(await textOf(popup.locator('body'))).toContain(en.draft.notCheckedWhy);
    await popup.getByRole('link', { name: en.submit.connect }).waitFor();
    await popup.close();
  });

  test('a wrong token is refused in words and connects nothing', async () => {
    const options = await browser.open('options.html');
    await options.getByLabel(en.options.address).fill(server.origin);
    await options.getByLabel(en.options.token, { exact: true }).fill(`rc_${'x'.repeat(43)}`);
    await options.getByRole('button', { name: en.options.connect, exact: true }).click();

    const problem = options.getByRole('alert');
    await problem.waitFor({ timeout: PATIENCE });
    expect(await textOf(problem)).toMatch(/token/i);
    expect(await options.getByTestId('connected').count()).toBe(0);

    await options.getByLabel(en.options.token, { exact: true }).fill(server.token);
    await options.getByRole('button', { name: en.options.connect, exact: true }).click();
    await options.getByTestId('connected').waitFor({ timeout: PATIENCE });
    await options.close();
  });

  test('once connected, the draft is judged again with users and teams', async () => {
    const popup = await browser.open('popup.html');
    await popup.getByTestId('draft').click();
    await expect
      .poll(() => shownCauses(popup), { timeout: PATIENCE })
      .toMatchObject({ 'unknown-team': 5, 'unknown-user': 2 });
  });
});
