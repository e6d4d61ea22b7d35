/** Draws extension/public/icon/*.png from the SVG of the mark: `node test/extension/pages/pictures/icons.ts`. */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const root = new URL('../../../../extension/', import.meta.url);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  const name = size === 16 ? 'rowcheck-small.svg' : 'rowcheck.svg';
  const svg = await readFile(new URL(`icons/${name}`, root), 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await page.screenshot({
    path: new URL(`public/icon/${size}.png`, root).pathname,
    omitBackground: true,
  });
}
await browser.close();
