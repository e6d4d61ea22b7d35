import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { memorySource } from '../../../shared/bytes/source.ts';
import { check } from '../../../shared/check/check.ts';
import type { PlanOptions } from '../../../shared/plan/plan.ts';
import { builtinRecordTypes } from '../../../shared/record-types/builtin.ts';

async function checkWorkbook(sheets: [name: string, rows: string[][]][], given: PlanOptions = {}) {
  const bytes = await writeXlsx({ sheets: sheets.map(([name, rows]) => ({ name, rows })) });
  return check(memorySource('book.xlsx', bytes), { recordTypes: builtinRecordTypes, given });
}

const people: [string, string[][]] = ['People', [['Last name'], ['Doe'], ['Roe']]];

test('a report names every sheet of a workbook, and the one that was read', async () => {
  const report = await checkWorkbook([people, ['Notes', [['x']]]]);
  expect(report.sheets.map(({ name }) => name)).toEqual(['People', 'Notes']);
  expect([report.plan.sheet, report.rows.ready]).toEqual(['People', 2]);
});

test('where the first sheet holds nothing, the others are still named, and one can be picked', async () => {
  const sheets: [string, string[][]][] = [['Cover', []], people];
  const refused = await checkWorkbook(sheets);
  expect(refused.refusal?.code).toBe('empty-file');
  expect(refused.sheets.map(({ name }) => name)).toEqual(['Cover', 'People']);
  const picked = await checkWorkbook(sheets, { sheet: 'People' });
  expect([picked.refusal, picked.rows.ready]).toEqual([null, 2]);
});
