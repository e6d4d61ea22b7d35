import { vi } from 'vitest';

/** What was asked of the browser, for tests to look at. */
export interface FakeBrowser {
  badge: { text: string; colour: string | null };
  notifications: { id: string; message: string }[];
  alarms: Map<string, number>;
  stored: Map<string, unknown>;
  granted: boolean;
}

/**
 * Puts the few extension APIs that Rowcheck uses in place of a browser's. Call it in `vi.hoisted` or
 * before the first import of what uses `wxt/browser`.
 */
export function installFakeBrowser(): FakeBrowser {
  const state: FakeBrowser = {
    badge: { text: '', colour: null },
    notifications: [],
    alarms: new Map(),
    stored: new Map(),
    granted: true,
  };
  const event = () => ({ addListener: () => {} });
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'rowcheck',
      getURL: (path: string) => `chrome-extension://rowcheck${path}`,
      getPlatformInfo: async () => ({}),
      sendMessage: async () => ({ value: null }),
      onMessage: event(),
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        state.badge.text = text;
      },
      setBadgeBackgroundColor: async ({ color }: { color: string }) => {
        state.badge.colour = color;
      },
      setBadgeTextColor: async () => {},
    },
    notifications: {
      create: async (id: string, { message }: { message: string }) => {
        state.notifications.push({ id, message });
      },
    },
    alarms: {
      create: async (name: string, { when }: { when: number }) => {
        state.alarms.set(name, when);
      },
      clear: async (name: string) => state.alarms.delete(name),
    },
    permissions: { contains: async () => state.granted, remove: async () => true },
    storage: {
      local: {
        get: async (key: string) => (state.stored.has(key) ? { [key]: state.stored.get(key) } : {}),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) state.stored.set(key, value);
        },
        remove: async (key: string) => {
          state.stored.delete(key);
        },
      },
    },
  });
  return state;
}
