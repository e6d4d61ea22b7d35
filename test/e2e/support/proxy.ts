import { connect, createServer, type Socket } from 'node:net';

/** A way to the server that can break: bytes are passed on as they are until told otherwise. */
export interface FaultyProxy {
  readonly origin: string;
  /** From where in its file each upload request went on, in bytes. */
  readonly offsets: readonly number[];
  /** Passes on so many more bytes towards the server, then holds everything back. */
  holdAfter(bytes: number): void;
  /** Resolves once bytes are being held back. */
  holding(): Promise<void>;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  /** Passes everything on again. */
  restore(): void;
  close(): Promise<void>;
}

export async function startProxy(target: { port: number }): Promise<FaultyProxy> {
  const sockets = new Set<Socket>();
  const offsets: number[] = [];
  let allowance = Number.POSITIVE_INFINITY;
  let down = false;
  let tell: () => void = () => {};
  let held = new Promise<void>((resolve) => {
    tell = resolve;
  });

  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A cut connection is the purpose, not a failure of the test.
    socket.on('error', () => {});
  };

  const server = createServer((client) => {
    if (down) return void client.destroy();
    const upstream = connect(target.port, '127.0.0.1');
    track(client);
    track(upstream);
    client.on('data', (bytes) => {
      const patch = /^PATCH [\s\S]*?\r\nupload-offset: (\d+)/i.exec(
        bytes.subarray(0, 4096).toString('latin1'),
      );
      if (patch) offsets.push(Number(patch[1]));
      if (allowance < bytes.length) {
        client.pause();
        upstream.write(bytes.subarray(0, Math.max(allowance, 0)));
        allowance = 0;
        tell();
        return;
      }
      allowance -= bytes.length;
      if (!upstream.write(bytes)) {
        client.pause();
        upstream.once('drain', () => client.resume());
      }
    });
    upstream.pipe(client);
    client.on('end', () => upstream.end());
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');

  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://127.0.0.1:${address.port}`,
    offsets,
    holdAfter(bytes) {
      allowance = bytes;
      held = new Promise((resolve) => {
        tell = resolve;
      });
    },
    holding: () => held,
    cut() {
      down = true;
      breakAll();
    },
    restore() {
      allowance = Number.POSITIVE_INFINITY;
      down = false;
    },
    async close() {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
