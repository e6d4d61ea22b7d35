import { describe, expect, it, vi } from 'vitest';
import type { Access } from '../../../server/http/context.ts';
import type { Changes } from '../../../server/watch/changes.ts';
import { createConnection } from '../../../server/watch/connection.ts';
import type { Import } from '../../../shared/contract/imports.ts';

const ACCESS: Access = { workspaceId: 'ws', tokenId: 't', tokenName: 'T', role: 'viewer' };

/** A connection over a socket that writes down what happens to it. */
function connect(given: { buffered?: number; helloTimeout?: number; idleTimeout?: number } = {}) {
  const sent: unknown[] = [];
  const closed = vi.fn();
  const left = vi.fn();
  let deliver: (changed: Import) => void = () => {};
  const changes: Changes = {
    revision: async () => 7,
    follow: async (_workspaceId, _since, to) => {
      deliver = to;
      return left;
    },
    close: async () => {},
  };
  const connection = createConnection(
    {
      send: (text) => sent.push(JSON.parse(text)),
      close: closed,
      buffered: () => given.buffered ?? 0,
    },
    {
      changes,
      authenticate: async () => ACCESS,
      onError: (error) => {
        throw error;
      },
      ...given,
    },
  );
  return { connection, sent, closed, left, deliver: (changed: Import) => deliver(changed) };
}

const HELLO = JSON.stringify({ type: 'hello', token: 'rc_x', since: null });

describe('a watch connection', () => {
  it('is closed when no hello comes in time', async () => {
    const { closed, sent } = connect({ helloTimeout: 5 });
    await vi.waitFor(() => expect(closed).toHaveBeenCalledWith(4408, 'silent'));
    expect(sent).toMatchObject([{ type: 'error', code: 'silent' }]);
  });

  it('is closed when nothing is heard any more, and follows no longer', async () => {
    const { connection, closed, left } = connect({ idleTimeout: 5 });
    connection.receive(HELLO);
    await vi.waitFor(() => expect(closed).toHaveBeenCalledWith(4408, 'silent'));
    expect(left).toHaveBeenCalledOnce();
    connection.closed();
    expect(closed).toHaveBeenCalledOnce();
  });

  it('lets a reader go that does not keep up, instead of filling memory for it', async () => {
    const slow = connect({ buffered: 5 * 1024 * 1024 });
    slow.connection.receive(HELLO);
    await vi.waitFor(() => expect(slow.closed).toHaveBeenCalledWith(1013, 'too slow'));
    expect(slow.sent).toEqual([]);
    await vi.waitFor(() => expect(slow.left).toHaveBeenCalledOnce());
  });

  it('takes one hello only', async () => {
    const { connection, closed } = connect();
    connection.receive(HELLO);
    connection.receive(HELLO);
    expect(closed).toHaveBeenCalledWith(4400, 'invalid-message');
  });
});
