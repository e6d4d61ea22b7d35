import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { BUILD } from '../../server/cli/build.ts';
import { copyExtension } from '../../server/cli/extension-copy.ts';
import { ensureChromium } from './install.ts';

/** Milliseconds that a step may take to show its effect unless a test says otherwise. */
export const PATIENCE = 15_000;

export interface LaunchOptions {
  /** Folder of the browser's profile and extension; kept on close, so that a second launch finds everything. */
  home?: string;
  colorScheme?: 'light' | 'dark';
  /** Test pages are 400 × 600, as the popup is, unless told otherwise. */
  viewport?: { width: number; height: number };
  /** Pixels per CSS pixel; 2 for pictures. */
  scale?: number;
}

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  /** The extension's id. */
  readonly id: string;
  /** The background as it is now; it may have been stopped and started since. */
  background(): Promise<Worker>;
  /** Opens a page of the extension, e.g. `popup.html`. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts Chromium without a window and with the production build of the extension (development keeps
 * the service worker alive and loosens the rules), allowed to reach servers on 127.0.0.1.
 */
export async function launchExtension(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'rowcheck-browser-'));
  const extension = join(home, 'extension');
  // The prompt for the server's origin belongs to the browser and cannot be clicked from a test, so
  // the origin is granted in this copy's manifest; asking for it then answers yes at once.
  copyExtension(BUILD, extension, ['http://127.0.0.1/*']);
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: ensureChromium(),
    headless: true,
    viewport: options.viewport ?? { width: 400, height: 600 },
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: options.colorScheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
    ],
  });
  context.setDefaultTimeout(PATIENCE);
  const first = await backgroundOf(context);
  const id = new URL(first.url()).hostname;
  return {
    context,
    id,
    background: () => backgroundOf(context),
    async open(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    async close() {
      await context.close();
      if (!options.home) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function backgroundOf(context: BrowserContext): Promise<Worker> {
  const [running] = context.serviceWorkers();
  return running ?? context.waitForEvent('serviceworker', { timeout: PATIENCE });
}
