import { builtinRecordTypes } from '../../../shared/record-types/builtin.ts';
import type { Field, RecordType } from '../../../shared/record-types/record-type.ts';
import { useLive } from '../../database/live.ts';
import { recordTypeName } from '../record-type-name.ts';

/** What a file can be imported as: the connected server's record types, or the built-in ones. */
export function useRecordTypes(): readonly RecordType[] {
  const types = useLive(async (read) => {
    const connection = await read.get('connection', 'current');
    const kept = connection && (await read.get('references', connection.origin));
    return kept?.workspaceId === connection?.workspace.id ? kept?.recordTypes : undefined;
  }, []);
  return types ?? builtinRecordTypes;
}

/** The name by which a person knows a field. */
export function fieldName(field: Field): string {
  return field.title ?? field.name;
}

export function typeName(type: RecordType): string {
  return recordTypeName(type.name, type.title);
}
