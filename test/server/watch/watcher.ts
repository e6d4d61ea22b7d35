import { WebSocket } from 'ws';
import {
  type WatchClientMessage,
  type WatchServerMessage,
  watchServerMessageSchema,
} from '../../../shared/contract/watch.ts';
import { within } from '../within.ts';

/** A client of the `watch` WebSocket that keeps what it hears. */
export function openWatcher(serverUrl: string) {
  const socket = new WebSocket(`${serverUrl.replace(/^http/, 'ws')}/v1/watch`);
  const heard: WatchServerMessage[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  let closed: { code: number; reason: string } | null = null;
  socket.on('message', (data) => {
    heard.push(watchServerMessageSchema.parse(JSON.parse(String(data))));
    wake();
  });
  socket.on('close', (code, reason) => {
    closed = { code, reason: String(reason) };
    wake();
  });

  const until = <T>(what: string, find: () => T | null | undefined): Promise<T> =>
    within(
      10_000,
      what,
      new Promise((resolve) => {
        const look = () => {
          const found = find();
          if (found === null || found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    );

  return {
    heard,
    opened: () =>
      within(
        10_000,
        'the socket to open',
        new Promise<void>((resolve, reject) => {
          socket.once('open', () => resolve());
          socket.once('error', reject);
        }),
      ),
    send: (message: WatchClientMessage | string) =>
      socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** Waits for a message that was not waited for before or is there already. */
    message: (what: string, matches: (message: WatchServerMessage) => boolean) =>
      until(what, () => heard.find(matches)),
    closed: () => until('the server to close', () => closed),
    close: () => socket.close(),
  };
}

/** The imports heard of, as file names with their revisions. */
export function changesOf(heard: readonly WatchServerMessage[]): [string, number][] {
  return heard.flatMap((message): [string, number][] =>
    message.type === 'import' ? [[message.import.fileName, message.import.revision]] : [],
  );
}
