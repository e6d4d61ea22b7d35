import type { Page } from 'playwright-core';

/** Watches from now on how long the page goes without painting a frame. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames = { longest: 0, last: performance.now() };
    Object.assign(globalThis, { frames });
    const tick = () => {
      const now = performance.now();
      frames.longest = Math.max(frames.longest, now - frames.last);
      frames.last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** The longest time without a frame since `watchFrames`, in milliseconds. */
export async function longestPause(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { frames } = globalThis as unknown as { frames: { longest: number; last: number } };
    return Math.max(frames.longest, performance.now() - frames.last);
  });
}
