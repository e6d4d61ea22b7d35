/** Labels of the columns that an error file has after those of the original file. */
export const ADDED_LABELS = ['Row', 'Error codes', 'Errors'] as const;

/** Codes of an error file are in one cell, with this between them. */
export const CODE_SEPARATOR = '; ';
