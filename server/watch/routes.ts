import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import type { Authenticate } from '../http/authenticate.ts';
import { addressOf } from '../http/authenticate.ts';
import type { AppEnv } from '../http/context.ts';
import { ApiProblem } from '../http/problem.ts';
import type { Changes } from './changes.ts';
import { type Connection, type ConnectionDeps, createConnection } from './connection.ts';

/** Bytes of one message from a client: a token and a number. */
const MAX_MESSAGE = 16 * 1024;

/** What `serve({ websocket: { server } })` is given. */
export function createWebSocketServer(): WebSocketServer {
  return new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });
}

export interface WatchDeps extends Pick<ConnectionDeps, 'helloTimeout' | 'idleTimeout'> {
  changes: Changes;
  authenticate: Authenticate;
  onError: (error: unknown) => void;
}

export type Watch = ReturnType<typeof createWatch>;

/**
 * `GET /v1/watch`, a WebSocket that says what changed; its messages are in
 * `shared/contract/watch.ts`. To be mounted before the bearer check: the token comes in the first
 * message.
 */
export function createWatch({ changes, authenticate, onError, ...timeouts }: WatchDeps) {
  const connections = new Set<Connection>();
  const routes = new Hono<AppEnv>();

  routes.get(
    '/v1/watch',
    upgradeWebSocket((c) => {
      const address = addressOf(c);
      let connection: Connection | null = null;
      return {
        onOpen: (_event, ws) => {
          connection = createConnection(
            {
              send: (text) => ws.send(text),
              close: (code, reason) => ws.close(code, reason),
              buffered: () => bufferedAmount(ws.raw),
            },
            {
              changes,
              authenticate: (token) => authenticate(token, address),
              onError,
              ...timeouts,
            },
          );
          connections.add(connection);
        },
        onMessage: ({ data }) => connection?.receive(typeof data === 'string' ? data : ''),
        onClose: () => {
          if (!connection) return;
          connections.delete(connection);
          connection.closed();
        },
      };
    }),
    () => {
      throw new ApiProblem(
        426,
        'upgrade-required',
        'This address only speaks WebSocket. Connect to it with ws:// or wss://.',
        { headers: { Upgrade: 'websocket' } },
      );
    },
  );

  return {
    routes,
    /** Says goodbye to everyone who watches. */
    close(): void {
      for (const connection of connections) connection.goAway();
      connections.clear();
    },
  };
}

function bufferedAmount(raw: unknown): number {
  return typeof raw === 'object' && raw !== null && 'bufferedAmount' in raw
    ? Number(raw.bufferedAmount)
    : 0;
}
