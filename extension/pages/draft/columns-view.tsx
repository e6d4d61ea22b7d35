import type { ColumnPlan } from '../../../shared/plan/plan.ts';
import type { RecordType } from '../../../shared/record-types/record-type.ts';
import { Missing } from '../../components/missing.tsx';
import { View } from '../../components/view.tsx';
import { Wash } from '../../components/wash.tsx';
import { changePlan } from '../../database/drafts.ts';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { useDraft } from '../live-records.ts';
import { hrefOf } from '../route.ts';
import { assignField } from './assign-field.ts';
import { RecordTypePicker } from './record-type-picker.tsx';
import { fieldName, useRecordTypes } from './record-types.ts';
import { verdictOf } from './verdict-words.ts';

/** Every column of a draft with the field it goes to, which can be changed. */
export function ColumnsView({ id }: { id: string }) {
  const draft = useDraft(id);
  const types = useRecordTypes();
  if (draft === undefined) return <div class="view" />;
  const type = types.find((one) => one.name === draft?.recordType);
  // The choice just made shows at once; the report follows when the check has read the file again.
  const columns = draft?.given.columns ?? draft?.report?.plan.columns;
  if (!draft || !columns || !type) return <Missing />;
  const missing = unmatched(type, columns);
  const back = hrefOf({ view: 'draft', id });
  return (
    <View
      title={en.columns.title}
      back={back}
      trailing={<RecordTypePicker draft={draft} />}
      foot={
        <div class="actions foot-line">
          <p class="soft numbers grow" role="status">
            {draft.state === 'refused' ? en.draft.refused : verdictOf(draft).title}
          </p>
          <a class="button primary done" href={back}>
            {en.columns.done}
          </a>
        </div>
      }
    >
      <p class="soft">{en.columns.lead}</p>
      {missing.length > 0 && <Wash tone="bad" icon="alert" title={en.columns.missing(missing)} />}
      <div class="table-box">
        <table class="table columns-table">
          <thead>
            <tr>
              <th scope="col">{en.columns.column}</th>
              <th scope="col">{en.columns.field}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <ColumnRow
                key={column.index}
                column={column}
                type={type}
                locked={draft.submittedAs !== null}
                onChoose={(field) => choose(draft, columns, column.index, field)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </View>
  );
}

function ColumnRow({
  column,
  type,
  locked,
  onChoose,
}: {
  column: ColumnPlan;
  type: RecordType;
  locked: boolean;
  onChoose(field: string | null): void;
}) {
  const label = column.label.trim() || en.columns.unnamed(column.index);
  return (
    <tr>
      <th scope="row">
        <div>{label}</div>
        <div class="soft">{en.columns.by[column.by]}</div>
      </th>
      <td>
        <select
          class="select"
          aria-label={en.columns.goesTo(label)}
          disabled={locked}
          value={column.field ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value || null)}
        >
          <option value="">{en.columns.notImported}</option>
          {type.fields.map((field) => (
            <option key={field.name} value={field.name}>
              {field.constraints?.required
                ? `${fieldName(field)} (${en.columns.required})`
                : fieldName(field)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

function choose(
  draft: Draft,
  columns: readonly ColumnPlan[],
  index: number,
  field: string | null,
): void {
  void changePlan(draft.id, { ...draft.given, columns: assignField(columns, index, field) });
}

/** Names of required fields that no column goes to. */
function unmatched(type: RecordType, columns: readonly ColumnPlan[]): string[] {
  const taken = new Set(columns.map((column) => column.field));
  return type.fields
    .filter((field) => field.constraints?.required && !taken.has(field.name))
    .map(fieldName);
}
