/**
 * Takes a picture of every view in every state, light and dark:
 * `node test/extension/pages/pictures/take.ts [DIR] [NAME…]` after `npm run build`. The pages run
 * without the background, so that a state stands still while it is looked at.
 */

import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type Scene, scenes } from './scenes.ts';
import { NOW } from './seeds.ts';

const built = process.env.BUILT ?? '.output/chrome-mv3';
const [directory = join(tmpdir(), 'rowcheck-pictures'), ...wanted] = process.argv.slice(2);
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};
const sizes = {
  popup: { width: 400, height: 600 },
  workbench: { width: 1280, height: 800 },
  options: { width: 1000, height: 800 },
};

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const body = await readFile(join(built, path)).catch(() => null);
  response.writeHead(body ? 200 : path === '/favicon.ico' ? 204 : 404, {
    'content-type': types[extname(path)] ?? 'text/plain',
  });
  response.end(body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
await mkdir(directory, { recursive: true });
const chosen = scenes.filter((scene) => wanted.length === 0 || wanted.includes(scene.name));
for (const scene of chosen) {
  for (const scheme of ['light', 'dark'] as const) await take(browser, scene, scheme);
}
await browser.close();
server.close();
console.log(`${chosen.length * 2} pictures in ${directory}`);

async function take(from: Browser, scene: Scene, scheme: 'light' | 'dark'): Promise<void> {
  const context = await from.newContext({
    viewport: sizes[scene.page],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: 'de-DE',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(scene.name, error));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(scene.name, message.text());
  });
  await page.clock.setFixedTime(NOW);
  await page.addInitScript(() => {
    const nothing = { addListener() {}, removeListener() {} };
    const extension = {
      runtime: {
        id: 'pictures',
        onMessage: nothing,
        getURL: (path: string) => path,
        sendMessage: async () => ({ value: null }),
      },
      storage: { local: { get: async () => ({}), set: async () => {} }, onChanged: nothing },
      permissions: { contains: async () => false, request: async () => false },
    };
    Object.defineProperty(globalThis, 'chrome', { value: extension });
    Object.defineProperty(globalThis, 'browser', { value: extension });
  });
  await page.goto(`${origin}/${scene.page}.html`);
  await page.locator('#app > *').first().waitFor();
  await page.evaluate(async (seed) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('rowcheck');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tx = db.transaction(['drafts', 'imports', 'errorRecords', 'connection'], 'readwrite');
    for (const draft of seed.drafts ?? []) {
      // Whoever holds this lock checks the draft: nobody shall.
      void navigator.locks.request(`check:${draft.id}`, () => new Promise(() => {}));
      tx.objectStore('drafts').put(draft);
    }
    for (const stored of seed.imports ?? []) tx.objectStore('imports').put(stored);
    for (const record of seed.errorRecords ?? []) tx.objectStore('errorRecords').put(record);
    if (seed.connection) tx.objectStore('connection').put(seed.connection);
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onerror = () => reject(tx.error);
    });
    db.close();
    new BroadcastChannel('rowcheck-changes').postMessage([
      'drafts',
      'imports',
      'errorRecords',
      'connection',
    ]);
    location.hash = seed.hash;
  }, scene);
  await page.waitForLoadState('networkidle');
  if (scene.click) {
    await page.getByRole('button', { name: scene.click, exact: true }).last().click();
  }
  if (scene.end) {
    await page
      .locator('.body')
      .last()
      .evaluate((body) => body.scrollTo(0, body.scrollHeight));
  }
  // Two frames: the state is rendered, then painted.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const overflow = await page.evaluate(() =>
    [...document.querySelectorAll('.body, .foot, .head')]
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .map((part) => part.className),
  );
  if (overflow.length > 0) console.error(`${scene.name}: too wide: ${overflow.join(', ')}`);
  await page.screenshot({ path: join(directory, `${scene.page}-${scene.name}-${scheme}.png`) });
  await context.close();
}
