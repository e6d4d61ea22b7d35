import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launchExtension } from '../browser/launch.ts';
import { checkFile, shownCauses } from '../e2e/support/app.ts';
import { longestPause, watchFrames } from '../e2e/support/frames.ts';
import { expectRows } from './check-node.ts';
import type { Generated } from './generate.ts';
import { type Figure, median, timed } from './measure.ts';

const PATIENCE = 10 * 60_000;

/** PapaParse as the browser loads it, and what it is asked to do there. */
const PAPAPARSE = readFileSync(
  createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'),
  'utf8',
);

/**
 * From choosing the file in the popup to the final verdict, beside PapaParse parsing the same bytes
 * in a page of the same browser, taking turns.
 */
export async function benchCheckInBrowser(generated: Generated, rounds: number): Promise<Figure[]> {
  const { file, expected } = generated;
  const ours: number[] = [];
  const peers: number[] = [];
  const pauses: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // A browser of its own for each round: the drafts of the last one take no room and no time.
    const browser = await launchExtension();
    try {
      const popup = await browser.open('popup.html');
      await watchFrames(popup);
      ours.push((await timed(() => checkFile(popup, file, PATIENCE))).seconds);
      pauses.push(await longestPause(popup));
      const found = await shownCauses(popup);
      if (found['invalid-email'] !== expected.counts['invalid-email']) {
        throw new Error(`The check in the browser is wrong: ${JSON.stringify(found)}`);
      }
      await popup.close();

      const page = await browser.context.newPage();
      await page.setContent('<input type="file">');
      // Evaluated by the debugger, which the page's content security policy does not bind.
      await page.evaluate(PAPAPARSE);
      await page.locator('input').setInputFiles(file);
      const parsed = await timed(() => page.evaluate(parseInPage));
      expectRows(parsed.value, expected);
      peers.push(parsed.seconds);
    } finally {
      await browser.close();
    }
  }
  return [
    {
      name: `check of ${expected.rows} rows in the popup, from choosing to verdict`,
      ours: median(ours),
      peer: { name: 'PapaParse parsing', value: median(peers) },
      unit: 's',
    },
    { name: 'longest pause between two frames meanwhile', ours: Math.max(...pauses), unit: 'ms' },
  ];
}

/** Runs in the page. */
async function parseInPage(): Promise<number> {
  const { Papa } = globalThis as unknown as {
    Papa: { parse(text: string, config: object): void };
  };
  const blob = document.querySelector('input')?.files?.[0];
  if (!blob) throw new Error('There is no file');
  let rows = 0;
  Papa.parse(await blob.text(), {
    chunkSize: 1 << 20,
    chunk: ({ data }: { data: unknown[] }) => {
      rows += data.length;
    },
  });
  return rows;
}
