import type { RecordIssue } from '../../../shared/contract/imports.ts';
import { Cell, cut } from '../../components/cell.tsx';
import type { StoredErrorRecord } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { number } from '../../text/format.ts';
import { withoutCell, withoutRow } from '../issue-words.ts';

/** One line for each issue: where there is little room, what is wrong counts, not the whole row. */
export function IssueTable({ records }: { records: readonly StoredErrorRecord[] }) {
  return (
    <table class="table issue-table" data-testid="error-records">
      <thead>
        <tr>
          <th class="row-number" scope="col">
            {en.details.row}
          </th>
          <th scope="col">{en.details.cell}</th>
          <th scope="col">{en.details.why}</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) =>
          errorsOf(record).map((issue, index) => (
            <tr key={`${record.row} ${issue.column} ${issue.code}`} class={index > 0 ? 'same' : ''}>
              <th class="row-number" scope="row">
                {index === 0 ? number(record.row) : <span class="unseen-text">{record.row}</span>}
              </th>
              <td>
                {issue.column !== undefined && (
                  <>
                    <span class="label">{issue.label}</span>
                    <span class="wrong">
                      <WrongCell record={record} column={issue.column} />
                    </span>
                  </>
                )}
              </td>
              <td>{withoutCell(issue)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

/** The whole rows as they stand in the file, with the wrong cells marked. */
export function RecordTable({
  records,
  labels,
}: {
  records: readonly StoredErrorRecord[];
  labels: readonly string[];
}) {
  const width = Math.max(labels.length, ...records.map((record) => record.cells.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  return (
    <table class="table record-table" data-testid="error-records">
      <thead>
        <tr>
          <th class="row-number" scope="col">
            {en.details.row}
          </th>
          <th scope="col">{en.details.why}</th>
          {columns.map((index) => (
            <th key={index} scope="col">
              {labels[index]?.trim() || en.columns.unnamed(index)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => {
          const issues = errorsOf(record);
          const wrong = new Set(issues.map((issue) => issue.column));
          return (
            <tr key={record.row}>
              <th class="row-number" scope="row">
                {number(record.row)}
              </th>
              <td class="why">
                {issues.map((issue) => (
                  <div key={`${issue.column} ${issue.code}`}>{withoutRow(issue.message)}</div>
                ))}
              </td>
              {columns.map((index) => (
                <td key={index} class={wrong.has(index) ? 'wrong' : ''}>
                  {wrong.has(index) ? (
                    <WrongCell record={record} column={index} />
                  ) : (
                    cut(record.cells[index] ?? '')
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function WrongCell({ record, column }: { record: StoredErrorRecord; column: number }) {
  const text = record.cells[column] ?? '';
  return text.trim() === '' ? <Cell text="" /> : <span>{cut(text)}</span>;
}

function errorsOf(record: StoredErrorRecord): RecordIssue[] {
  return record.issues.filter((issue) => issue.severity === 'error');
}
