import {
  type WatchClientMessage,
  type WatchServerMessage,
  watchClientMessageSchema,
} from '../../shared/contract/watch.ts';
import type { Access } from '../http/context.ts';
import { ApiProblem } from '../http/problem.ts';
import type { Changes } from './changes.ts';

/** What a connection needs of its socket. */
export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Bytes sent that the other side has not taken yet. */
  buffered(): number;
}

export interface ConnectionDeps {
  changes: Changes;
  /** @throws ApiProblem when the token is not good */
  authenticate: (token: string) => Promise<Access>;
  onError: (error: unknown) => void;
  /** Milliseconds in which the first message must come. */
  helloTimeout?: number;
  /** Milliseconds without any message after which the other side counts as gone. */
  idleTimeout?: number;
  /** Bytes that may wait for a slow reader. */
  bufferLimit?: number;
}

/** Close codes: 4000 and above are ours. */
const CLOSE = {
  goingAway: 1001,
  failed: 1011,
  tooSlow: 1013,
  refused: 4400,
  noToken: 4401,
  silent: 4408,
};

/** A token is looked at again at the first ping after this many milliseconds. */
const RECHECK = 60_000;

export type Connection = ReturnType<typeof createConnection>;

/**
 * One `watch` connection from its first message to its end. The token comes in the first message,
 * because an address ends up in logs.
 */
export function createConnection(socket: Socket, deps: ConnectionDeps) {
  const { helloTimeout = 5_000, idleTimeout = 90_000, bufferLimit = 4 * 1024 * 1024 } = deps;
  let leave: (() => void) | null = null;
  let ended = false;
  let hello: { token: string; at: number } | null = null;

  const send = (message: WatchServerMessage): void => {
    if (ended) return;
    if (socket.buffered() > bufferLimit) end(CLOSE.tooSlow, 'too slow');
    else socket.send(JSON.stringify(message));
  };

  const end = (code: number, reason: string): void => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    leave?.();
    socket.close(code, reason);
  };

  const refuse = (code: number, problem: { code: string; message: string }): void => {
    send({ type: 'error', code: problem.code, message: problem.message });
    end(code, problem.code);
  };

  const silent = (): void =>
    refuse(CLOSE.silent, {
      code: 'silent',
      message: 'Nothing was heard from this side for too long. Connect again.',
    });

  let timer = setTimeout(silent, helloTimeout);
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(silent, idleTimeout);
  };

  /** Whoever connects again hears what was missed, from the last revision that arrived. */
  const broken = (): void =>
    refuse(CLOSE.failed, {
      code: 'internal',
      message: 'Something went wrong on the server. Connect again in a moment.',
    });

  const start = async (token: string, since: number | null): Promise<void> => {
    const { workspaceId } = await deps.authenticate(token);
    const revision = await deps.changes.revision(workspaceId);
    send({ type: 'welcome', revision });
    // A revision from the future belongs to another database; only what comes from now on is known.
    const from = Math.min(since ?? revision, revision);
    const stop = await deps.changes.follow(
      workspaceId,
      from,
      (changed) => send({ type: 'import', import: changed }),
      broken,
    );
    if (ended) stop();
    else leave = stop;
  };

  const failed = (error: unknown): void => {
    if (error instanceof ApiProblem) {
      refuse(CLOSE.noToken, error);
      return;
    }
    deps.onError(error);
    broken();
  };

  return {
    receive(text: string): void {
      if (ended) return;
      const message = parse(text);
      if (!message || (message.type === 'hello') !== (hello === null)) {
        refuse(CLOSE.refused, {
          code: 'invalid-message',
          message:
            'The first message must be a “hello” with a token; after it only “ping” is understood.',
        });
        return;
      }
      heard();
      if (message.type === 'hello') {
        hello = { token: message.token, at: Date.now() };
        start(message.token, message.since).catch(failed);
        return;
      }
      send({ type: 'pong' });
      if (hello && Date.now() - hello.at >= RECHECK) {
        hello.at = Date.now();
        deps.authenticate(hello.token).catch(failed);
      }
    },

    /** The other side is gone. */
    closed: (): void => end(CLOSE.goingAway, ''),

    /** This side goes. */
    goAway: (): void => end(CLOSE.goingAway, 'the server is stopping'),
  };
}

function parse(text: string): WatchClientMessage | null {
  try {
    return watchClientMessageSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
