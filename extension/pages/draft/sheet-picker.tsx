import { changePlan } from '../../database/drafts.ts';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';

/** Which sheet of a workbook is read. Another sheet is another table, so all else is found anew. */
export function SheetPicker({ draft: { id, report, submittedAs } }: { draft: Draft }) {
  const { sheets, plan } = report ?? {};
  if (!sheets || sheets.length < 2 || submittedAs) return null;
  return (
    <select
      class="select compact"
      aria-label={en.draft.whichSheet}
      data-testid="sheet"
      value={plan?.sheet ?? sheets.find(({ hidden }) => !hidden)?.name}
      onChange={(event) => void changePlan(id, { sheet: event.currentTarget.value })}
    >
      {sheets.map(({ name, hidden }) => (
        <option key={name} value={name}>
          {hidden ? en.draft.hiddenSheet(name) : name}
        </option>
      ))}
    </select>
  );
}
