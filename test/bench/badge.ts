import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { en } from '../../extension/text/en.ts';
import { launchExtension } from '../browser/launch.ts';
import { apiOf } from '../e2e/support/api.ts';
import { checkFile, connect } from '../e2e/support/app.ts';
import { startServer } from '../e2e/support/running-server.ts';
import { type Figure, median } from './measure.ts';

const ROWS = 25;

/** A small file of people that no round before has imported. */
async function contacts(folder: string, round: number): Promise<string> {
  const rows = Array.from({ length: ROWS }, (_, n) => `Person ${n},p${n}.r${round}@example.com`);
  const path = join(folder, `round-${round}.csv`);
  await writeFile(path, ['Last name,E-mail', ...rows, ''].join('\n'));
  return path;
}

/** From the server's terminal status to the badge, with no page of the extension open. */
export async function benchBadge(rounds: number): Promise<Figure> {
  await using closing = new AsyncDisposableStack();
  const server = await startServer();
  closing.defer(() => server.dispose());
  const browser = await launchExtension();
  closing.defer(() => browser.close());
  await connect(browser, server);
  const folder = await mkdtemp(join(tmpdir(), 'rowcheck-badge-'));
  closing.defer(() => rm(folder, { recursive: true }));
  const background = await browser.background();
  const waits: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const popup = await browser.open('popup.html');
    await checkFile(popup, await contacts(folder, round));
    await popup.getByRole('button', { name: en.submit.everything(ROWS), exact: true }).click();
    await popup.waitForURL(/#\/imports\//);
    await popup.close();
    const shownAt = await background.evaluate(async (text) => {
      for (;;) {
        if ((await chrome.action.getBadgeText({})) === text) return Date.now();
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    }, String(round));
    const [latest] = await apiOf(server).imports();
    if (!latest?.finishedAt) throw new Error('The badge came before the end');
    waits.push(shownAt - Date.parse(latest.finishedAt));
  }
  return {
    name: 'from terminal status to badge, no page open',
    ours: median(waits),
    unit: 'ms',
    note: `longest ${Math.max(...waits)} ms of ${rounds}`,
  };
}
