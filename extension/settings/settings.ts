import { browser } from 'wxt/browser';

/** One stored setting with the value it has before anybody chose. */
export interface Setting<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
}

function setting<T>(key: string, fallback: T): Setting<T> {
  return {
    async get() {
      const stored = await browser.storage.local.get(key);
      return (stored[key] as T | undefined) ?? fallback;
    },
    async set(value) {
      if (value === null) await browser.storage.local.remove(key);
      else await browser.storage.local.set({ [key]: value });
    },
  };
}

/** A token with the server and the workspace that it is for: it is never sent anywhere else. */
export interface KeptToken {
  origin: string;
  workspaceId: string;
  token: string;
}

/** Token of the connected server. Read only by extension pages and the background. */
export const tokenSetting = setting<KeptToken | null>('token', null);

/** Whether a notification is shown when an import has ended. */
export const notificationsSetting = setting<boolean>('notifications', true);
