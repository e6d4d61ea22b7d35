import { ensureBuild } from '../../../server/cli/build.ts';
import { ensureChromium } from '../../browser/install.ts';

/** Before the first browser starts: there is a Chromium, and the build is that of these sources. */
export default async function setup(): Promise<void> {
  process.env.CHROMIUM = ensureChromium();
  await ensureBuild();
}
