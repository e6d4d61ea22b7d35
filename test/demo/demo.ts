/**
 * `npm run demo`: the whole main job, unattended, in a real browser without a window on the sample
 * files. Says each step and leaves the pictures that the README shows in `test/pictures`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { en } from '../../extension/text/en.ts';
import { ensureBuild } from '../../server/cli/build.ts';
import { launchExtension } from '../browser/launch.ts';
import {
  badgeSays,
  checkFile,
  connect,
  notifications,
  recordNotifications,
  shownCauses,
  submitAll,
  textOf,
} from '../e2e/support/app.ts';
import { fixture } from '../e2e/support/fixtures.ts';
import { startServer } from '../e2e/support/running-server.ts';

const PICTURES = fileURLToPath(new URL('../pictures', import.meta.url));
const POPUP = { width: 400, height: 600 };
const TAB = { width: 1280, height: 800 };

let steps = 0;
function say(text: string): void {
  steps++;
  console.log(`${String(steps).padStart(2)}  ${text}`);
}

/** One picture in light and one in dark. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`), caret: 'hide' });
  }
  console.log(`    test/pictures/${name}-{light,dark}.png`);
}

async function demo(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  say('Building the extension, if anything changed');
  await ensureBuild();
  say('Starting a server with the sample users and teams');
  await using closing = new AsyncDisposableStack();
  const server = await startServer();
  closing.defer(() => server.dispose());
  say('Starting a browser with the extension');
  const browser = await launchExtension({ viewport: POPUP, scale: 2 });
  closing.defer(() => browser.close());

  say('Opening the popup for the first time');
  let popup = await browser.open('popup.html');
  await popup.getByRole('button', { name: en.home.choose }).waitFor();
  await picture(popup, 'popup-first');

  say(`Connecting to ${server.origin}`);
  const options = await browser.open('options.html');
  await options.setViewportSize(TAB);
  await options.getByLabel(en.options.address).waitFor();
  await picture(options, 'options-connect');
  await options.close();
  await connect(browser, server);
  await recordNotifications(browser);

  say('Checking contacts-clean.csv');
  await checkFile(popup, fixture('contacts/contacts-clean.csv'));
  console.log(`    ${await textOf(popup.getByTestId('verdict').locator('p').first())}`);
  await picture(popup, 'popup-check-clean');
  say('Submitting it and closing the popup');
  await popup.getByRole('button', { name: en.submit.everything(25), exact: true }).click();
  await popup.waitForURL(/#\/imports\//);
  await popup.close();
  console.log(`    the badge turns ${colourName(await badgeSays(browser, '1'))}, with a 1`);

  say('Checking contacts-every-cause.csv');
  popup = await browser.open('popup.html');
  await checkFile(popup, fixture('contacts/contacts-every-cause.csv'));
  for (const [code, count] of Object.entries(await shownCauses(popup))) {
    console.log(`    ${String(count).padStart(3)}  ${code}`);
  }
  await picture(popup, 'popup-check');
  say('Submitting all of its rows and closing the popup');
  await submitAll(popup, 27);
  await popup.waitForURL(/#\/imports\//);
  await popup.close();
  console.log(`    the badge turns ${colourName(await badgeSays(browser, '2'))}, with a 2`);
  for (const text of (await notifications(browser)).told) console.log(`    told: ${text}`);

  say('Checking a German file, without submitting it');
  popup = await browser.open('popup.html');
  await checkFile(popup, fixture('contacts/kontakte-excel-deutsch.csv'));
  say('Looking at the start of the popup');
  await popup.goto(popup.url().replace(/#.*/, '#/'));
  await popup.getByTestId('import').first().waitFor();
  await picture(popup, 'popup-home');

  say('Opening what went wrong');
  await popup.getByTestId('import').filter({ hasText: 'contacts-every-cause.csv' }).click();
  await popup.getByTestId('error-records').waitFor();
  await picture(popup, 'popup-details');
  const details = new URL(popup.url()).hash;
  const started = popup.waitForEvent('download');
  await popup.getByRole('button', { name: en.details.download }).click();
  const file = await started;
  const [, first = ''] = readFileSync(await file.path(), 'utf8').split('\n');
  console.log(`    the error file ${file.suggestedFilename()} begins with\n    ${first.trim()}`);
  await popup.close();

  say('The same in a tab');
  const tab = await browser.open(`workbench.html${details}`);
  await tab.setViewportSize(TAB);
  await tab.getByTestId('error-records').waitFor();
  await picture(tab, 'workbench');
  const settings = await browser.open('options.html');
  await settings.setViewportSize(TAB);
  await settings.getByTestId('connected').waitFor();
  await picture(settings, 'options');

  say('Stopping the server: the details are still there');
  await server.stop();
  await tab.reload();
  await tab.getByTestId('error-records').waitFor();
  console.log(
    `    ${await textOf(tab.getByTestId('successes'))} of ${await textOf(tab.getByTestId('total'))} imported`,
  );
}

function colourName([red = 0, green = 0]: readonly number[]): string {
  if (green > red) return 'green';
  return green > 0x50 ? 'orange' : 'red';
}

await demo();
console.log('\nThe main job is done.');
