import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../extension/text/en.ts';
import { bigFile, generate } from '../bench/generate.ts';
import { type ExtensionBrowser, launchExtension } from '../browser/launch.ts';
import { apiOf } from './support/api.ts';
import { checkFile, connect, submitAll } from './support/app.ts';
import { type FaultyProxy, startProxy } from './support/proxy.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

const ROWS = 30_000;

describe('the server goes away in the middle of an upload', () => {
  let server: RunningServer;
  let proxy: FaultyProxy;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    server = await startServer({ directory: 'generated' });
    proxy = await startProxy(server);
    browser = await launchExtension();
    await connect(browser, { origin: proxy.origin, token: server.token });
  });

  afterAll(async () => {
    await browser?.close();
    await proxy?.close();
    await server?.dispose();
  });

  test('the popup says so, and the upload goes on from where it broke', async () => {
    const { file, expected } = generate(bigFile(ROWS), ROWS);
    const popup = await browser.open('popup.html');
    await checkFile(popup, file, 60_000);
    proxy.holdAfter(expected.bytes / 2);
    await submitAll(popup, ROWS);
    await proxy.holding();
    proxy.cut();
    await server.stop();

    await popup
      .getByTestId('status')
      .filter({ hasText: en.status.interrupted })
      .waitFor({ timeout: 30_000 });
    await server.restart();
    proxy.restore();

    await popup.getByTestId('total').waitFor({ timeout: 90_000 });
    const api = apiOf(server);
    const [landed, ...more] = await api.imports();
    expect(more).toEqual([]);
    expect(landed?.results).toMatchObject({ total: ROWS });
    expect(Math.max(...proxy.offsets)).toBeGreaterThan(0);
  });
});
