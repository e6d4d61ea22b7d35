import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server';
import type { WebSocketServer } from 'ws';

/** How long open requests may go on after the server was told to stop, in milliseconds. */
const GRACE = 3_000;

export interface Listening {
  /** The address to call it by, e.g. `http://127.0.0.1:8787`. */
  url: string;
  close(): Promise<void>;
}

/** Thrown when the port cannot be had; the message names the way out. */
export class CannotListen extends Error {
  constructor(host: string, port: number, cause: unknown) {
    const code = (cause as NodeJS.ErrnoException).code;
    const why =
      code === 'EADDRINUSE'
        ? `Port ${port} on ${host} is in use. Choose another with ROWCHECK_PORT, or stop what uses it.`
        : code === 'EACCES'
          ? `This user may not listen on port ${port}. Choose one above 1023 with ROWCHECK_PORT.`
          : `The server cannot listen on ${host}, port ${port}. Check ROWCHECK_HOST and ROWCHECK_PORT.`;
    super(why, { cause });
    this.name = 'CannotListen';
  }
}

/**
 * Puts an app on the network.
 *
 * @throws CannotListen
 */
export async function listen(options: {
  fetch: (request: Request, env: unknown) => Response | Promise<Response>;
  webSockets: WebSocketServer;
  host: string;
  port: number;
}): Promise<Listening> {
  const { fetch, webSockets, host, port } = options;
  const server = createAdaptorServer({
    fetch,
    hostname: host,
    // The two types differ in whether an optional property may be undefined, and in nothing else.
    websocket: { server: webSockets as WebSocketServerLike },
    // Node ends a request after five minutes; a large file over a slow line takes longer.
    serverOptions: { requestTimeout: 0 },
  }) as Server;
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new CannotListen(host, port, error);
  }
  return { url: urlOf(server, host), close: () => stop(server, webSockets) };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Uploads continue after a restart, so nobody is waited for long. */
async function stop(server: Server, webSockets: WebSocketServer): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    for (const socket of webSockets.clients) socket.terminate();
    server.closeAllConnections();
  }, GRACE);
  await closed;
  clearTimeout(timer);
  webSockets.close();
}
