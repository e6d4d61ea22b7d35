import { type Entries, inMegabytes } from './entry.ts';

/** Issues of a row as a whole. */
export const OF_ROW: Entries<
  | 'blank-row'
  | 'missing-cell'
  | 'extra-cell'
  | 'unclosed-quote'
  | 'stray-quote'
  | 'cell-too-large'
  | 'still-marked'
  | 'primary-key'
  | 'duplicate-record'
> = {
  'blank-row': {
    place: 'row',
    severity: 'info',
    title: 'A blank row',
    explanation: 'The row has nothing in it. It is counted and left out.',
    message: () => 'This row is blank and is left out.',
    fix: 'Nothing needs to be done.',
  },
  'missing-cell': {
    place: 'row',
    severity: 'error',
    title: 'Cells are missing',
    explanation:
      'The row has fewer cells than the header. Which ones are missing cannot be known, so none of them is trusted.',
    message: ({ expected, found }) =>
      `This row has ${found} ${found === 1 ? 'cell' : 'cells'} where ${expected} belong.`,
    fix: 'Compare the row with the header and put the missing cells in their places.',
  },
  'extra-cell': {
    place: 'row',
    severity: 'error',
    title: 'Too many cells',
    explanation:
      'The row has more cells than the header, most often because a text with a comma in it has no quotation marks around it.',
    message: ({ expected, found }) =>
      `This row has ${found} cells where ${expected} ${expected === 1 ? 'belongs' : 'belong'}.`,
    fix: 'Look for a text that was split in two, and put it in quotation marks.',
  },
  'unclosed-quote': {
    place: 'row',
    severity: 'error',
    title: 'A quotation mark is never closed',
    explanation:
      'A cell begins with a quotation mark and the closing one is missing, so it is not known where the cell ends.',
    message: () => 'A cell of this row begins with a quotation mark that is never closed.',
    fix: 'Close the quotation mark, or remove it.',
  },
  'stray-quote': {
    place: 'row',
    severity: 'error',
    title: 'A quotation mark in the wrong place',
    explanation:
      'Inside a quoted cell a quotation mark is written twice. This row has a single one, so it is not known where the cell ends.',
    message: () => 'A quotation mark in this row stands where none belongs.',
    fix: 'Write the quotation mark twice, or remove it.',
  },
  'cell-too-large': {
    place: 'row',
    severity: 'error',
    title: 'A cell is too large',
    explanation: 'No cell may hold more text than this; most often a quotation mark is missing.',
    message: ({ limit }) => `A cell of this row holds more than ${inMegabytes(limit)} of text.`,
    fix: 'Look for a missing quotation mark, or shorten the text.',
  },
  'still-marked': {
    place: 'row',
    severity: 'error',
    title: 'Still marked as damaged',
    explanation:
      'In the file that this error file was made of, the row was damaged, so it is not known whether its cells stand in their columns. Until somebody says so, none of them is trusted.',
    message: () => 'This row was damaged in the original file, and nobody has put it in order yet.',
    fix: 'Put its cells under their labels, then empty its cell in the column “Error codes”.',
  },
  'primary-key': {
    place: 'row',
    severity: 'error',
    title: 'The same record twice',
    explanation: 'The fields that tell records apart have the same values as in an earlier row.',
    message: ({ firstRow }) => `This row is the same record as row ${firstRow}.`,
    fix: 'Keep one of the two rows.',
  },
  'duplicate-record': {
    place: 'row',
    severity: 'error',
    title: 'The record exists already',
    explanation: 'A record with this key is already there, so that a new one would be its double.',
    message: (_, { value }) =>
      value ? `A record with “${value}” exists already.` : 'This record exists already.',
    fix: 'Leave the row out, or change the record that exists.',
  },
};
