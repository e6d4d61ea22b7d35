import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../extension/text/en.ts';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { EVERY_CAUSE, errorFileLines } from './support/every-cause.ts';
import { fixture } from './support/fixtures.ts';
import { type RunningServer, startServer } from './support/running-server.ts';
import { until } from './support/until.ts';

/** Text of an element by its test id, waited for. */
async function textOf(page: Page, testId: string): Promise<string> {
  const element = await page.waitForSelector(`[data-testid="${testId}"]`);
  return (await element?.evaluate((found) => found.textContent)) ?? '';
}

async function click(page: Page, name: string, role = 'button'): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
}

/** Codes of the causes that a page shows, with their counts. */
async function shownCauses(page: Page): Promise<Record<string, number>> {
  const shown = await page.$$eval('[data-testid="cause"]', (causes) =>
    causes.map((cause): [string, number] => [
      cause.getAttribute('data-code') ?? '',
      Number(cause.querySelector('.cause-count')?.textContent),
    ]),
  );
  const causes: Record<string, number> = {};
  for (const [code, count] of shown) causes[code] = (causes[code] ?? 0) + count;
  return causes;
}

describe('the main job in Firefox', () => {
  let server: RunningServer;
  let firefox: Firefox;
  /** A page of the extension that only looks: the extension API is reached through it. */
  let observer: Page;
  let popup: Page;

  beforeAll(async () => {
    server = await startServer();
    firefox = await launchFirefox();
    observer = await firefox.open('options.html');
  });

  afterAll(async () => {
    await firefox?.close();
    await server?.dispose();
  });

  const badge = () => observer.evaluate(() => browser.action.getBadgeText({}));

  test('connecting asks for the permission to talk to the server', async () => {
    const mayTalk = () =>
      observer.evaluate(() => browser.permissions.contains({ origins: ['http://127.0.0.1/*'] }));
    expect(await mayTalk()).toBe(false);

    await observer.locator('#address').fill(server.origin);
    await observer.locator('#token').fill(server.token);
    await click(observer, en.options.connect);
    await observer.waitForSelector('[data-testid="connected"]');

    expect(await mayTalk()).toBe(true);
  });

  test('the popup has files chosen in a tab, and makes way for it', async () => {
    const views = (type: 'popup' | 'tab') =>
      observer.evaluate(
        (type) => browser.extension.getViews({ type }).map((view) => view.location.pathname),
        type,
      );
    await observer.evaluate(() => browser.action.openPopup());
    await until('a way to choose a file in the popup', () =>
      observer.evaluate((label) => {
        const [popup] = browser.extension.getViews({ type: 'popup' });
        const links = [...(popup?.document.querySelectorAll('a') ?? [])];
        const choose = links.find((link) => link.textContent === label);
        choose?.click();
        return choose ? true : null;
      }, en.home.chooseInTab),
    );

    await until('the tab', async () =>
      (await views('tab')).includes('/workbench.html') ? true : null,
    );
    await until('the popup to close', async () =>
      (await views('popup')).length === 0 ? true : null,
    );
  });

  test('the popup says what is wrong with the file, every cause with its count', async () => {
    popup = await firefox.open('popup.html');
    const input = await popup.waitForSelector('input[type="file"]');
    await input?.uploadFile(fixture(`contacts/${EVERY_CAUSE.file}`));
    await popup.waitForSelector('[data-testid="verdict"][aria-busy="false"]');

    expect(await textOf(popup, 'verdict')).toContain(
      en.draft.ready(EVERY_CAUSE.ready, EVERY_CAUSE.rows),
    );
    expect(await shownCauses(popup)).toMatchObject(EVERY_CAUSE.causes);
  });

  test('once submitted it lands while no page of it is open: badge and notification say how', async () => {
    await observer.evaluate(async () => {
      const background = await browser.runtime.getBackgroundPage();
      const { notifications } = background.browser;
      const create = notifications.create.bind(notifications);
      background.told = [];
      notifications.create = (id, options, ...more) => {
        background.told.push((options as { message: string }).message);
        return create(id, options, ...more);
      };
    });
    await click(popup, en.submit.all(EVERY_CAUSE.rows));
    await popup.waitForFunction(() => location.hash.startsWith('#/imports/'));
    await popup.close();

    await until('a badge that says 1', async () => ((await badge()) === '1' ? true : null));
    expect(
      await observer.evaluate(async () => [...(await browser.action.getBadgeBackgroundColor({}))]),
    ).toEqual(EVERY_CAUSE.badge);
    const told = await until('a notification', () =>
      observer.evaluate(async () => {
        const { told } = await browser.runtime.getBackgroundPage();
        return told.length > 0 ? [...told] : null;
      }),
    );
    expect(told).toEqual([EVERY_CAUSE.told]);
  });

  test('the details show results that add up, and the badge is gone', async () => {
    popup = await firefox.open('popup.html');
    await popup.locator('[data-testid="import"]').click();

    expect(await textOf(popup, 'total')).toBe(String(EVERY_CAUSE.rows));
    expect(await textOf(popup, 'successes')).toBe(String(EVERY_CAUSE.ready));
    expect(await textOf(popup, 'errors')).toBe(String(EVERY_CAUSE.errors));
    expect(await shownCauses(popup)).toMatchObject({ 'unknown-team': 5, required: 2 });
    await until('the badge to go', async () => ((await badge()) === '' ? true : null));
  });

  test('the error file has the original cells, the row numbers and the reasons', async () => {
    await click(popup, en.details.download);
    const path = join(firefox.downloads, 'contacts-every-cause-errors.csv');
    const lines = await until('the download', async () => {
      if (!existsSync(path)) return null;
      const found = errorFileLines(readFileSync(path, 'utf8'));
      return found.length > EVERY_CAUSE.errors ? found : null;
    });

    expect(lines[0]).toBe(EVERY_CAUSE.errorFileHeader);
    expect(lines).toHaveLength(1 + EVERY_CAUSE.errors);
    expect(lines[1]).toMatch(/^Jan,de Vries,.*,team_9,.*,3,unknown-team,/);
  });

  test('with the server stopped the details are still there', async () => {
    const { hash } = new URL(await popup.evaluate(() => location.href));
    await popup.close();
    await server.stop();
    popup = await firefox.open(`popup.html${hash}`);

    expect(await textOf(popup, 'successes')).toBe(String(EVERY_CAUSE.ready));
    expect(await textOf(popup, 'error-records')).toContain('team_9');
    const rows = await popup.$$('[data-testid="error-records"] tbody tr:not(.same)');
    expect(rows).toHaveLength(EVERY_CAUSE.errors);
  });
});
