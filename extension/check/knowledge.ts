import { NO_REFERENCE, type ReferenceData } from '../../shared/check/reference.ts';
import { builtinRecordTypes } from '../../shared/record-types/builtin.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import { database } from '../database/database.ts';

/**
 * What a check may use: the kept copy of the connected server's record types, users and teams, or the
 * built-in record types alone when there is none.
 */
export async function knowledge(): Promise<{
  recordTypes: readonly RecordType[];
  reference: ReferenceData;
}> {
  const db = await database();
  const connection = await db.get('connection', 'current');
  const kept = connection && (await db.get('references', connection.origin));
  if (!kept || kept.workspaceId !== connection.workspace.id) {
    return { recordTypes: builtinRecordTypes, reference: NO_REFERENCE };
  }
  return {
    recordTypes: kept.recordTypes,
    reference: {
      users: new Set(kept.directory.users.map((user) => user.id)),
      teams: new Set(kept.directory.teams.map((team) => team.id)),
    },
  };
}
