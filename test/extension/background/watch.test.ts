import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWatch } from '../../../extension/background/watch.ts';
import { ORIGIN, serverImport } from '../samples.ts';

/** A socket in the hands of the test. */
class FakeSocket {
  readyState: number = WebSocket.CONNECTING;
  readonly sent: unknown[] = [];
  readonly url: string;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(url: string) {
    this.url = url;
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    this.onclose?.();
  }
  accept(): void {
    this.readyState = WebSocket.OPEN;
    this.onopen?.();
  }
  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }
}

let sockets: FakeSocket[];
let stop: AbortController;
let taken: number[];
let stayAwake: () => void;

const last = (): FakeSocket => {
  const socket = sockets.at(-1);
  if (!socket) throw new Error('no socket was opened');
  return socket;
};

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  taken = [];
  stop = new AbortController();
  stayAwake = vi.fn<() => void>();
  const parts = {
    since: async () => 7,
    onImport: async ({ revision }: { revision: number }) => {
      if (revision === 13) throw new Error('could not be written');
      taken.push(revision);
    },
    stayAwake,
    open: (url: string) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  };
  startWatch({ origin: ORIGIN, token: 'secret' }, parts, stop.signal);
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

describe('watch', () => {
  it('says the token in the first message, never in the address', async () => {
    last().accept();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().url).toBe('ws://127.0.0.1:8787/v1/watch');
    expect(last().sent).toEqual([{ type: 'hello', token: 'secret', since: 7 }]);
  });

  it('takes news over in order and ignores what it does not understand', async () => {
    last().accept();
    last().say('<html>');
    last().say({ type: 'import', import: { id: 1 } });
    for (const revision of [8, 9]) {
      last().say({ type: 'import', import: serverImport({ revision }) });
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(taken).toEqual([8, 9]);
  });

  it('pings, and comes back when nothing is heard', async () => {
    last().accept();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(last().sent).toContainEqual({ type: 'ping' });
    last().say({ type: 'pong' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(sockets).toHaveLength(2);
  });

  it('keeps the background awake while the connection lives, and only then', async () => {
    await vi.advanceTimersByTimeAsync(20_000);
    expect(stayAwake).not.toHaveBeenCalled();
    last().accept();
    last().say({ type: 'pong' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(stayAwake).toHaveBeenCalledOnce();
  });

  it('comes back after ever longer pauses, and soon again after a welcome', async () => {
    for (let breaks = 0; breaks < 6; breaks += 1) {
      last().close();
      await vi.advanceTimersByTimeAsync(60_000);
    }
    const before = sockets.length;
    last().close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sockets).toHaveLength(before);
    // A socket that is not accepted in time is given up for the next one, after a longer pause.
    for (let seconds = 0; seconds < 400 && sockets.length === before; seconds++) {
      await vi.advanceTimersByTimeAsync(1_000);
    }
    last().accept();
    last().say({ type: 'welcome', revision: 7 });
    last().close();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sockets).toHaveLength(before + 2);
  });

  it('connects anew when news could not be taken over, so that it is told again', async () => {
    last().accept();
    last().say({ type: 'import', import: serverImport({ revision: 13 }) });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sockets).toHaveLength(2);
  });

  it('leaves no socket and no timer behind', async () => {
    last().accept();
    stop.abort();
    expect(last().readyState).toBe(WebSocket.CLOSED);
    await vi.advanceTimersByTimeAsync(400_000);
    expect(sockets).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
