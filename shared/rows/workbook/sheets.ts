import { type Refusal, refuse } from '../../issues/refusal.ts';

/** One sheet of a workbook, in the workbook's order. */
export interface SheetInfo {
  name: string;
  hidden: boolean;
}

/**
 * The sheet that a person named, else the first one that is not hidden.
 *
 * @throws Refusal `unknown-sheet`
 */
export function chooseSheet(sheets: readonly SheetInfo[], named: string | null): string {
  if (named !== null) {
    if (sheets.some(({ name }) => name === named)) return named;
    throw unknownSheet(named, sheets);
  }
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  if (!first) throw refuse('damaged-file', { detail: 'it has no sheet' });
  return first.name;
}

/** The refusal that names the sheets there are. */
export function unknownSheet(sheet: string, sheets: readonly SheetInfo[]): Refusal {
  return refuse('unknown-sheet', { sheet, sheets: sheets.map(({ name }) => name).join(', ') });
}
