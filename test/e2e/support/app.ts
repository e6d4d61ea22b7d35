import type { Locator, Page } from 'playwright-core';
import { en } from '../../../extension/text/en.ts';
import { type ExtensionBrowser, PATIENCE } from '../../browser/launch.ts';
import { until } from './until.ts';

/** Connects the extension as a connect link does, and waits until the page says so. */
export async function connect(
  browser: ExtensionBrowser,
  server: { origin: string; token: string },
): Promise<void> {
  const link = new URLSearchParams({ connect: server.origin, token: server.token });
  const page = await browser.open(`options.html#${link}`);
  await page.getByTestId('connected').waitFor({ timeout: PATIENCE });
  await page.close();
}

/** Chooses a file as the file dialog would hand it over, and waits for the end of its check. */
export async function checkFile(page: Page, path: string, patience = PATIENCE): Promise<void> {
  await page.getByTestId('file').setInputFiles(path);
  await page
    .locator('[data-testid="verdict"][aria-busy="false"], [data-testid="refusal"]')
    .waitFor({ timeout: patience });
}

/** The text of an element. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? '';
}

/** Codes of the causes that a page shows, with their counts as they are written. */
export async function shownCauses(page: Page): Promise<Record<string, number>> {
  const causes: Record<string, number> = {};
  for (const cause of await page.getByTestId('cause').all()) {
    const code = (await cause.getAttribute('data-code')) ?? '';
    const count = Number((await textOf(cause.locator('.cause-count'))).replaceAll(',', ''));
    causes[code] = (causes[code] ?? 0) + count;
  }
  return causes;
}

export async function submitAll(page: Page, rows: number): Promise<void> {
  await page.getByRole('button', { name: en.submit.all(rows), exact: true }).click();
}

/** What the toolbar icon shows. */
export async function badge(
  browser: ExtensionBrowser,
): Promise<{ text: string; colour: number[] }> {
  const background = await browser.background();
  return background.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    colour: [...(await chrome.action.getBadgeBackgroundColor({}))],
  }));
}

/** Waits until the icon counts so many ended imports, and answers its colour. */
export function badgeSays(browser: ExtensionBrowser, text: string): Promise<number[]> {
  return until(`a badge that says ${text}`, async () => {
    const shown = await badge(browser);
    return shown.text === text ? shown.colour : null;
  });
}

/**
 * Writes down what every notification says from now on: the browser shows them to people and answers
 * programs with their ids only.
 */
export async function recordNotifications(browser: ExtensionBrowser): Promise<void> {
  const background = await browser.background();
  await background.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    const create = chrome.notifications.create.bind(chrome.notifications) as (
      ...args: unknown[]
    ) => Promise<string>;
    Object.assign(chrome.notifications, {
      create: (...args: unknown[]) => {
        const options = args.find((arg) => typeof arg === 'object' && arg !== null);
        told.push((options as { message: string }).message);
        return create(...args);
      },
    });
  });
}

export async function notifications(
  browser: ExtensionBrowser,
): Promise<{ ids: string[]; told: string[] }> {
  const background = await browser.background();
  return background.evaluate(async () => ({
    ids: Object.keys(await chrome.notifications.getAll()),
    told: (globalThis as unknown as { told?: string[] }).told ?? [],
  }));
}
