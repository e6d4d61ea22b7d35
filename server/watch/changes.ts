import type { Import } from '../../shared/contract/imports.ts';
import { CHANGES } from '../imports/change.ts';
import { IMPORT_COLUMNS, type ImportRow, toImport } from '../imports/import-row.ts';
import type { Database } from '../store/database.ts';

/** Imports read at a time. */
const PAGE = 100;

interface Follower {
  /** Revision of the last change delivered. */
  cursor: number;
  /** Whether it still catches up; live changes wait until it has. */
  behind: boolean;
  /** Whether something changed while it caught up. */
  again: boolean;
  deliver: (changed: Import) => void;
  /** Told when nothing more is delivered because changes could not be read. */
  fail: () => void;
}

interface Channel {
  cursor: number;
  followers: Set<Follower>;
  reading: Promise<void> | null;
  again: boolean;
}

export interface ChangesDeps {
  database: Database;
  onError: (error: unknown) => void;
}

export type Changes = ReturnType<typeof createChanges>;

/**
 * Tells what changes in a workspace, in the order of revisions, whichever process changed it. An
 * import that changes faster than it can be read is delivered once, as it then is. However many
 * follow a workspace, each change is read once.
 */
export function createChanges({ database, onError }: ChangesDeps) {
  const channels = new Map<string, Channel>();
  let stopListening: Promise<() => Promise<void>> | null = null;

  const listen = (): Promise<() => Promise<void>> => {
    stopListening ??= database
      .listen(CHANGES, wake, () => {
        // Whatever was said while the connection was broken is lost.
        for (const workspaceId of channels.keys()) wake(workspaceId);
      })
      .catch((error) => {
        stopListening = null;
        throw error;
      });
    return stopListening;
  };

  const read = (workspaceId: string, after: number): Promise<ImportRow[]> =>
    database.query<ImportRow>(
      `SELECT ${IMPORT_COLUMNS} FROM imports
       WHERE workspace_id = $1 AND revision > $2 ORDER BY revision LIMIT ${PAGE}`,
      [workspaceId, after],
    );

  const wake = (workspaceId: string): void => {
    const channel = channels.get(workspaceId);
    if (!channel) return;
    channel.again = true;
    channel.reading ??= readOn(workspaceId, channel)
      .catch((error: unknown) => {
        onError(error);
        drop(workspaceId, channel);
      })
      .finally(() => {
        channel.reading = null;
        if (channel.again && channel.followers.size > 0) wake(workspaceId);
      });
  };

  /** A change that could not be read is lost to whoever stays: they must begin anew from theirs. */
  const drop = (workspaceId: string, channel: Channel): void => {
    if (channels.get(workspaceId) === channel) channels.delete(workspaceId);
    const followers = [...channel.followers];
    channel.followers.clear();
    for (const follower of followers) follower.fail();
  };

  const readOn = async (workspaceId: string, channel: Channel): Promise<void> => {
    while (channel.again && channel.followers.size > 0) {
      channel.again = false;
      const rows = await read(workspaceId, channel.cursor);
      if (rows.length === PAGE) channel.again = true;
      for (const row of rows) {
        channel.cursor = row.revision;
        pass(channel, row);
      }
    }
  };

  const catchUp = async (workspaceId: string, follower: Follower): Promise<void> => {
    do {
      follower.again = false;
      const rows = await read(workspaceId, follower.cursor);
      if (rows.length === PAGE) follower.again = true;
      for (const row of rows) {
        follower.cursor = row.revision;
        follower.deliver(toImport(row));
      }
    } while (follower.again);
    follower.behind = false;
  };

  return {
    /** The workspace's latest revision. */
    async revision(workspaceId: string): Promise<number> {
      const [row] = await database.query<{ revision: number }>(
        'SELECT revision FROM workspace_revisions WHERE workspace_id = $1',
        [workspaceId],
      );
      return row?.revision ?? 0;
    },

    /**
     * Delivers every import that changed after revision `since`, then each change as it happens.
     *
     * @param fail told once when changes could not be read; nothing is delivered after that
     * @returns ends it
     */
    async follow(
      workspaceId: string,
      since: number,
      deliver: (changed: Import) => void,
      fail: () => void,
    ): Promise<() => void> {
      await listen();
      const follower: Follower = { cursor: since, behind: true, again: false, deliver, fail };
      const channel = channels.get(workspaceId) ?? {
        cursor: since,
        followers: new Set<Follower>(),
        reading: null,
        again: false,
      };
      channels.set(workspaceId, channel);
      channel.followers.add(follower);
      const leave = () => {
        channel.followers.delete(follower);
        if (channel.followers.size === 0 && channels.get(workspaceId) === channel) {
          channels.delete(workspaceId);
        }
      };
      try {
        await catchUp(workspaceId, follower);
      } catch (error) {
        leave();
        throw error;
      }
      return leave;
    },

    async close(): Promise<void> {
      channels.clear();
      await (await stopListening)?.();
    },
  };
}

function pass(channel: Channel, row: ImportRow): void {
  const changed = toImport(row);
  for (const follower of channel.followers) {
    if (follower.behind) follower.again = true;
    else if (row.revision > follower.cursor) {
      follower.cursor = row.revision;
      follower.deliver(changed);
    }
  }
}
