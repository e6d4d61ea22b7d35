import { browser } from 'wxt/browser';

/**
 * Begins the 30 s anew after which a browser stops an idle background. Any call of an extension API
 * does, in Chrome and in Firefox.
 */
export function stayAwake(): void {
  void browser.runtime.getPlatformInfo();
}

/** Keeps the background running while `work` lasts: requests under way do not count. */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(stayAwake, 20_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
