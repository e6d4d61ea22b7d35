import { changePlan } from '../../database/drafts.ts';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { recordTypeName } from '../record-type-name.ts';
import { typeName, useRecordTypes } from './record-types.ts';

/** What the rows are imported as. Another type means other fields, so the mapping starts over. */
export function RecordTypePicker({ draft }: { draft: Draft }) {
  const types = useRecordTypes();
  if (draft.recordType === null) return null;
  if (draft.submittedAs) return <span class="soft">{recordTypeName(draft.recordType)}</span>;
  const known = types.some((type) => type.name === draft.recordType);
  return (
    <select
      class="select compact"
      aria-label={en.draft.recordType}
      data-testid="record-type"
      value={draft.recordType}
      onChange={(event) => {
        const { columns: _columns, formats: _formats, ...given } = draft.given;
        void changePlan(draft.id, { ...given, recordType: event.currentTarget.value });
      }}
    >
      {!known && <option value={draft.recordType}>{recordTypeName(draft.recordType)}</option>}
      {types.map((type) => (
        <option key={type.name} value={type.name}>
          {typeName(type)}
        </option>
      ))}
    </select>
  );
}
