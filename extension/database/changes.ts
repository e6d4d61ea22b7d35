import type { StoreName } from './schema.ts';

const CHANNEL = 'rowcheck-changes';
const listeners = new Set<(stores: readonly StoreName[]) => void>();
let channel: BroadcastChannel | null = null;

function connected(): BroadcastChannel {
  if (!channel) {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = (event: MessageEvent<StoreName[]>) => tell(event.data);
  }
  return channel;
}

function tell(stores: readonly StoreName[]): void {
  for (const listener of [...listeners]) listener(stores);
}

/** Tells this page and every other page, worker and the background which stores were written. */
export function announce(stores: readonly StoreName[]): void {
  connected().postMessage([...stores]);
  tell(stores);
}

/** Calls back after every write, wherever it happened; the answer ends that. */
export function onChange(listener: (stores: readonly StoreName[]) => void): () => void {
  connected();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Lets go of the channel, so that a context can end. */
export function closeChanges(): void {
  channel?.close();
  channel = null;
  listeners.clear();
}
