import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bigFile, generate } from '../bench/generate.ts';
import { type ExtensionBrowser, launchExtension } from '../browser/launch.ts';
import { checkFile, shownCauses, textOf } from './support/app.ts';
import { longestPause, watchFrames } from './support/frames.ts';

/** `npm run bench` does the same with a million. */
const ROWS = 200_000;

/** Milliseconds between two frames from which on a person feels that a page hangs. */
const FELT = 300;

describe('a very long file', () => {
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    browser = await launchExtension();
  });

  afterAll(() => browser?.close());

  test('is checked in the popup, every bad row found, without freezing it', async () => {
    const { file, expected } = generate(bigFile(ROWS), ROWS);
    const popup = await browser.open('popup.html');
    await watchFrames(popup);
    await checkFile(popup, file, 90_000);
    const pause = await longestPause(popup);

    const { 'unknown-user': _users, 'unknown-team': _teams, ...counts } = expected.counts;
    expect(await shownCauses(popup)).toMatchObject(counts);
    expect(await textOf(popup.getByTestId('verdict'))).toContain('200,000');
    expect(pause).toBeLessThan(FELT);
  });
});
