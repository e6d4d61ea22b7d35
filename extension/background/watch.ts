import type { Import } from '../../shared/contract/imports.ts';
import { type WatchClientMessage, watchServerMessageSchema } from '../../shared/contract/watch.ts';
import type { ServerAccess } from '../server-client/client.ts';
import { parseJson } from '../server-client/problem.ts';
import { pauseAfter } from './pauses.ts';

/** Less than the 30 s after which a browser stops an idle background. */
const PING_EVERY = 20_000;

export interface WatchParts {
  /** Revision after which changes are wanted; null for only those to come. */
  since(): Promise<number | null>;
  onImport(news: Import): Promise<void>;
  /** The server has let this listener in. */
  onWelcome?(): Promise<void>;
  /** The line broke, or there was none to be had. */
  onBreak?(): void;
  /** Called with every ping: only Chrome counts the traffic of a WebSocket as work. */
  stayAwake(): void;
  open?: (url: string) => WebSocket;
}

/**
 * Listens to one server until `signal` ends it, and comes back after every break: at once the first
 * time, then with growing pauses.
 */
export function startWatch(
  { origin, token }: ServerAccess,
  {
    since,
    onImport,
    stayAwake,
    onWelcome,
    onBreak,
    open = (url) => new WebSocket(url),
  }: WatchParts,
  signal: AbortSignal,
): void {
  let breaks = 0;

  const listen = (): void => {
    const socket = open(`${origin.replace(/^http/, 'ws')}/v1/watch`);
    const send = (message: WatchClientMessage): void => socket.send(JSON.stringify(message));
    const close = (): void => socket.close();
    let heard = true;
    // News is taken over in the order in which it came.
    let taken = Promise.resolve();
    const ping = setInterval(() => {
      if (!heard) return close();
      heard = false;
      if (socket.readyState !== WebSocket.OPEN) return;
      send({ type: 'ping' });
      stayAwake();
    }, PING_EVERY);

    socket.onopen = () => {
      taken = taken.then(async () => send({ type: 'hello', token, since: await since() }));
      taken.catch(close);
    };
    socket.onmessage = ({ data }) => {
      heard = true;
      const message = watchServerMessageSchema.safeParse(parseJson(String(data))).data;
      if (message?.type === 'welcome') {
        breaks = 0;
        taken = taken.then(() => onWelcome?.());
        taken.catch(close);
      }
      if (message?.type !== 'import') return;
      taken = taken.then(() => onImport(message.import));
      taken.catch(close);
    };
    socket.onclose = () => {
      clearInterval(ping);
      signal.removeEventListener('abort', close);
      if (signal.aborted) return;
      onBreak?.();
      breaks += 1;
      const pause = setTimeout(listen, pauseAfter(breaks));
      signal.addEventListener('abort', () => clearTimeout(pause), { once: true });
    };
    signal.addEventListener('abort', close, { once: true });
  };

  if (!signal.aborted) listen();
}
