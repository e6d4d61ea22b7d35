import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../extension/text/en.ts';
import { type ExtensionBrowser, launchExtension, PATIENCE } from '../browser/launch.ts';
import {
  badge,
  badgeSays,
  checkFile,
  connect,
  notifications,
  recordNotifications,
  shownCauses,
  submitAll,
  textOf,
} from './support/app.ts';
import { EVERY_CAUSE, errorFileLines } from './support/every-cause.ts';
import { fixture } from './support/fixtures.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

describe('the main job', () => {
  let server: RunningServer;
  let browser: ExtensionBrowser;
  let popup: Page;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchExtension();
    await connect(browser, server);
    await recordNotifications(browser);
    popup = await browser.open('popup.html');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  test('the popup says what is wrong with the file, every cause with its count', async () => {
    await checkFile(popup, fixture(`contacts/${EVERY_CAUSE.file}`));

    const verdict = await textOf(popup.getByTestId('verdict'));
    expect(verdict).toContain(en.draft.ready(EVERY_CAUSE.ready, EVERY_CAUSE.rows));
    expect(await shownCauses(popup)).toMatchObject(EVERY_CAUSE.causes);
  });

  test('once submitted it lands while no page is open: badge and notification say how', async () => {
    await submitAll(popup, EVERY_CAUSE.rows);
    await popup.waitForURL(/#\/imports\//);
    await popup.close();

    expect(await badgeSays(browser, '1')).toEqual(EVERY_CAUSE.badge);
    await expect
      .poll(() => notifications(browser), { timeout: PATIENCE })
      .toEqual({
        ids: [expect.stringMatching(/^import:/)],
        told: [EVERY_CAUSE.told],
      });
  });

  test('the details show results that add up, and the badge is gone', async () => {
    popup = await browser.open('popup.html');
    await popup.getByTestId('import').click();

    await popup.getByTestId('total').waitFor();
    expect(await textOf(popup.getByTestId('total'))).toBe(String(EVERY_CAUSE.rows));
    expect(await textOf(popup.getByTestId('successes'))).toBe(String(EVERY_CAUSE.ready));
    expect(await textOf(popup.getByTestId('errors'))).toBe(String(EVERY_CAUSE.errors));
    expect(await shownCauses(popup)).toMatchObject({ 'unknown-team': 5, required: 2 });
    await expect.poll(async () => (await badge(browser)).text, { timeout: PATIENCE }).toBe('');
  });

  test('the error file has the original cells, the row numbers and the reasons', async () => {
    const [download] = await Promise.all([
      popup.waitForEvent('download'),
      popup.getByRole('button', { name: en.details.download }).click(),
    ]);

    const lines = errorFileLines(readFileSync(await download.path(), 'utf8'));
    expect(lines[0]).toBe(EVERY_CAUSE.errorFileHeader);
    expect(lines).toHaveLength(1 + EVERY_CAUSE.errors);
    expect(lines[1]).toMatch(/^Jan,de Vries,.*,team_9,.*,3,unknown-team,/);
    expect(lines.find((line) => line.startsWith('Priya,'))).toMatch(
      /,23,.*invalid-email.*unknown-user/,
    );
  });

  test('with the server stopped the details are still there', async () => {
    await server.stop();
    await popup.reload();

    await popup.getByTestId('total').waitFor();
    expect(await textOf(popup.getByTestId('successes'))).toBe(String(EVERY_CAUSE.ready));
    const records = popup.getByTestId('error-records');
    await records.waitFor();
    expect(await records.locator('tbody tr:not(.same)').count()).toBe(EVERY_CAUSE.errors);
    expect(await textOf(records)).toContain('team_9');
  });
});
