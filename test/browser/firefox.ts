import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { FIREFOX_BUILD } from '../../server/cli/build.ts';
import { ensureFirefox } from './install.ts';
import { PATIENCE } from './launch.ts';

/** As `wxt.config.ts` names the add-on. */
const ADD_ON = 'rowcheck@rowcheck.example';

/** Firefox gives every add-on an address by chance, unless its profile has one for it already. */
const HOST = '7a6f3c52-9d0e-4b7c-8a51-0c2f4e6d8b90';

export interface Firefox {
  /** Folder in which downloads end up. */
  readonly downloads: string;
  /** Opens a page of the extension, e.g. `popup.html`, in a tab. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts Firefox without a window and with the production build of the extension as it is. Its
 * question whether the extension may talk to a server is answered with yes.
 */
export async function launchFirefox(): Promise<Firefox> {
  const downloads = mkdtempSync(join(tmpdir(), 'rowcheck-firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless: true,
    defaultViewport: { width: 400, height: 600 },
    // Pages of extensions are out of reach for WebDriver BiDi without it.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: HOST }),
      'extensions.webextOptionalPermissionPrompts': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      'intl.accept_languages': 'en-GB',
    },
  });
  const installed = await browser.installExtension(FIREFOX_BUILD);
  if (installed !== ADD_ON) throw new Error(`The add-on is called ${installed}, not ${ADD_ON}`);
  return {
    downloads,
    async open(path) {
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      // Firefox never says that a page of an extension has loaded (puppeteer/puppeteer#14314): wait
      // for what the page shows.
      await page.goto(`moz-extension://${HOST}/${path}`, { waitUntil: [] });
      await page.waitForSelector('#app > *');
      return page;
    },
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
