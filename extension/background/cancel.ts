import { database } from '../database/database.ts';
import { changeImport } from '../database/imports.ts';
import { belongsTo, currentAccess } from '../server-client/access.ts';
import { createServerClient } from '../server-client/client.ts';
import { takeNews } from './follow.ts';

/**
 * Cancels an import at the server. Who cancels knows: its end is not announced.
 *
 * @throws Error with words for the person
 */
export async function cancelAtServer(importId: string): Promise<void> {
  const stored = await (await database()).get('imports', importId);
  if (!stored?.import || stored.import.outcome) return;
  const access = await currentAccess();
  if (!access || !belongsTo(stored, access)) {
    throw new Error(`Connect to ${stored.serverOrigin} again to cancel this import.`);
  }
  const news = await createServerClient(access).cancelImport(stored.import.id);
  await changeImport(importId, (now) => ({ ...now, seen: true, announced: true }));
  await takeNews(news);
}
