import { type Entries, inMegabytes, inThousands, quoted } from './entry.ts';
import { columnLetters } from './of-header.ts';

/** Issues of the file as a whole: each is a reason why nothing of it can be imported. */
export const OF_FILE: Entries<
  | 'empty-file'
  | 'no-rows'
  | 'wrong-file-type'
  | 'encrypted-file'
  | 'damaged-file'
  | 'file-too-large'
  | 'decompression-limit'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'unknown-sheet'
  | 'unknown-encoding'
  | 'wrong-plan'
> = {
  'empty-file': {
    place: 'file',
    severity: 'error',
    title: 'The file is empty',
    explanation: 'The file has no bytes in it, or nothing but blank lines.',
    message: () => 'There is nothing in this file.',
    fix: 'Export the spreadsheet again and choose the new file.',
  },
  'no-rows': {
    place: 'file',
    severity: 'error',
    title: 'No rows below the header',
    explanation: 'The file has a header row and no rows with data below it.',
    message: () => 'The file has column names but no rows below them.',
    fix: 'Add the rows, or choose the sheet or the file that has them.',
  },
  'wrong-file-type': {
    place: 'file',
    severity: 'error',
    title: 'Not a spreadsheet',
    explanation:
      'What is in the file is not a table, whatever its name ends with. CSV, TSV, XLSX and ODS files can be imported.',
    message: ({ detected }) =>
      detected
        ? `This is not a spreadsheet: the file holds ${detected}.`
        : 'This is not a spreadsheet.',
    fix: 'Choose a CSV, TSV, XLSX or ODS file.',
  },
  'encrypted-file': {
    place: 'file',
    severity: 'error',
    title: 'Protected with a password',
    explanation: 'The workbook is encrypted, so nothing in it can be read without its password.',
    message: () => 'This workbook is protected with a password and cannot be read.',
    fix: 'Open it in your spreadsheet program, remove the password, save it and choose it again.',
  },
  'damaged-file': {
    place: 'file',
    severity: 'error',
    title: 'The file is damaged',
    explanation: 'A part of the file is missing or broken, so that the rest cannot be trusted.',
    message: ({ detail }) =>
      detail ? `This file is damaged: ${detail}.` : 'This file is damaged and cannot be read.',
    fix: 'Open it in your spreadsheet program, save it under a new name and choose that file.',
  },
  'file-too-large': {
    place: 'file',
    severity: 'error',
    title: 'The file is too large',
    explanation: 'Files above a certain size are not accepted, so that one file cannot block all.',
    message: ({ limit, size }) =>
      `This file has ${inMegabytes(size)}; files up to ${inMegabytes(limit)} can be imported.`,
    fix: 'Split it into several files and import them one after the other.',
  },
  'decompression-limit': {
    place: 'file',
    severity: 'error',
    title: 'The workbook unpacks to far too much',
    explanation:
      'A workbook is a compressed file. This one grows beyond all measure when it is unpacked, as files do that are made to bring a machine down.',
    message: () => 'This workbook unpacks to far more than a spreadsheet needs; it was not opened.',
    fix: 'Save the sheet as CSV in your spreadsheet program and choose that file.',
  },
  'too-many-rows': {
    place: 'file',
    severity: 'error',
    title: 'Too many rows',
    explanation: 'Files with more rows than this are not accepted in one go.',
    message: ({ limit }) => `This file has more than ${inThousands(limit)} rows.`,
    fix: 'Split it into several files and import them one after the other.',
  },
  'too-many-columns': {
    place: 'file',
    severity: 'error',
    title: 'Too many columns',
    explanation: 'Files with more columns than this are not accepted.',
    message: ({ limit, columns }) =>
      `This file has ${inThousands(columns)} columns; up to ${inThousands(limit)} can be imported.`,
    fix: 'Remove the columns that are not needed, save the file and choose it again.',
  },
  'unknown-sheet': {
    place: 'file',
    severity: 'error',
    title: 'No such sheet',
    explanation: 'The sheet that was asked for is not in the workbook.',
    message: ({ sheet, sheets }) =>
      `There is no sheet ${quoted(sheet)} in this workbook${sheets ? `; it has ${sheets}` : ''}.`,
    fix: 'Choose one of the sheets that the workbook has.',
  },
  'unknown-encoding': {
    place: 'file',
    severity: 'error',
    title: 'Unknown encoding',
    explanation: 'The encoding that was asked for is not one that can be read.',
    message: ({ encoding }) => `${quoted(encoding)} is not an encoding that can be read.`,
    fix: 'Leave the encoding to be found, or choose another one, such as UTF-8.',
  },
  'wrong-plan': {
    place: 'file',
    severity: 'error',
    title: 'Not the columns of the plan',
    explanation:
      'The plan says which column goes to which field. It was made for a file with other columns, so that values would land in the wrong fields.',
    message: ({ column, label, planned }) =>
      `The columns of this file are not those of the plan: column ${columnLetters(column)} ${label ? `is ${quoted(label)}` : 'has no name'}, the plan ${planned ? `says ${quoted(planned)}` : 'has none there'}.`,
    fix: 'Check the file again, then submit it with the plan that comes of that.',
  },
};
