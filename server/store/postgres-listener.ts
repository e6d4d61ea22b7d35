import pg from 'pg';

type Hearer = { onMessage: (payload: string) => void; onReconnect: (() => void) | undefined };

/** Longest pause between two attempts to reach the server again, in milliseconds. */
const LONGEST_PAUSE = 10_000;

/**
 * One connection of its own for every `LISTEN`, opened with the first and opened again whenever it
 * breaks. A notification sent meanwhile is lost: hearers that mind pass `onReconnect`.
 */
export function createListener(config: pg.ClientConfig) {
  const channels = new Map<string, Set<Hearer>>();
  let connecting: Promise<pg.Client> | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ ...config, keepAlive: true });
    let lost = false;
    const onLost = () => {
      if (lost) return;
      lost = true;
      connecting = null;
      client.end().catch(() => {});
      if (!closed && channels.size > 0) reconnect(1);
    };
    client.on('error', onLost);
    client.on('notification', ({ channel, payload = '' }) => {
      for (const hearer of channels.get(channel) ?? []) hearer.onMessage(payload);
    });
    await client.connect();
    client.on('end', onLost);
    for (const channel of channels.keys()) await client.query(listenTo(channel));
    return client;
  };

  const connected = (): Promise<pg.Client> => {
    connecting ??= connect().catch((error) => {
      connecting = null;
      throw error;
    });
    return connecting;
  };

  const reconnect = (attempt: number) => {
    retry = setTimeout(
      () => {
        connected().then(
          () => {
            for (const hearers of channels.values()) for (const one of hearers) one.onReconnect?.();
          },
          () => {
            if (!closed) reconnect(attempt + 1);
          },
        );
      },
      Math.min(LONGEST_PAUSE, 250 * 2 ** attempt),
    );
    retry.unref();
  };

  return {
    async listen(channel: string, onMessage: (payload: string) => void, onReconnect?: () => void) {
      const hearer: Hearer = { onMessage, onReconnect };
      const client = await connected();
      const hearers = channels.get(channel) ?? new Set();
      channels.set(channel, hearers);
      hearers.add(hearer);
      // Listening twice changes nothing, and whoever comes second must not return before it holds.
      await client.query(listenTo(channel));
      return async () => {
        hearers.delete(hearer);
        if (hearers.size > 0 || channels.get(channel) !== hearers) return;
        channels.delete(channel);
        if (!closed) await client.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(() => {});
      };
    },
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      const client = await connecting?.catch(() => null);
      await client?.end();
    },
  };
}

function listenTo(channel: string): string {
  return `LISTEN ${pg.escapeIdentifier(channel)}`;
}
