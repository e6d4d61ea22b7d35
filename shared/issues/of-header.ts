import { type Entries, quoted } from './entry.ts';

/** Letters of a column as spreadsheet programs show them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** Issues of the header: how columns and fields come together. */
export const OF_HEADER: Entries<
  'required-column' | 'duplicate-label' | 'blank-label' | 'unmapped-column' | 'ambiguous-column'
> = {
  'required-column': {
    place: 'header',
    severity: 'error',
    title: 'A required column is missing',
    explanation:
      'Every record needs this field and no column of the file goes to it, so that not one row could be imported.',
    message: ({ field }) =>
      `No column of this file goes to ${quoted(field)}, which every row needs.`,
    fix: 'Say which column holds it, or add the column to the file.',
  },
  'duplicate-label': {
    place: 'header',
    severity: 'warning',
    title: 'Two columns have the same name',
    explanation:
      'Columns are told apart by their names. Of columns with the same name only the first is imported.',
    message: ({ label, firstColumn }) =>
      `The name ${quoted(label)} is already that of column ${columnLetters(firstColumn)}; only that one is imported.`,
    fix: 'Rename one of the two, or choose the field of each by hand.',
  },
  'blank-label': {
    place: 'header',
    severity: 'warning',
    title: 'A column has no name',
    explanation: 'The column holds values, but without a name nobody can tell what they are.',
    message: () => 'This column has values but no name, so it is not imported.',
    fix: 'Give the column a name, or choose its field by hand.',
  },
  'unmapped-column': {
    place: 'header',
    severity: 'info',
    title: 'A column is not imported',
    explanation: 'No field of the record type goes by this name, so the column is left out.',
    message: ({ label }) =>
      `The column ${quoted(label)} has no field to go to; it is not imported.`,
    fix: 'If it is needed, choose its field by hand.',
  },
  'ambiguous-column': {
    place: 'header',
    severity: 'warning',
    title: 'A column could be several fields',
    explanation: 'The name of the column is close to the names of several fields.',
    message: ({ label, field }) =>
      `The column ${quoted(label)} could be ${field}; it is not imported until you choose.`,
    fix: 'Choose its field by hand.',
  },
};
