import { ensureBuild } from '../../../server/cli/build.ts';
import { ensureChromium, ensureFirefox } from '../../browser/install.ts';

/** Before the first browser starts: there are browsers, and the builds are those of these sources. */
export default async function setup(): Promise<void> {
  process.env.CHROMIUM_PATH = ensureChromium();
  process.env.FIREFOX_PATH = ensureFirefox();
  await ensureBuild('chrome');
  await ensureBuild('firefox');
}
