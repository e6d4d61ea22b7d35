import { browser } from 'wxt/browser';

/**
 * Keeps the background running while `work` lasts: a browser stops it after 30 s without a call of an
 * extension API, whatever requests are under way.
 */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), 20_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
