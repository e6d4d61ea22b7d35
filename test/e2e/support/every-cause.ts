/** The sample file of the main job, and what must come of it in whatever browser. */
export const EVERY_CAUSE = {
  file: 'contacts-every-cause.csv',
  rows: 27,
  ready: 7,
  errors: 20,
  /** Number of rows by code. */
  causes: {
    'unknown-team': 5,
    'invalid-email': 3,
    required: 2,
    'invalid-date': 2,
    'unknown-user': 2,
    'unique-error': 1,
    'invalid-phone': 1,
    'invalid-postal-code': 1,
    'missing-cell': 1,
    'extra-cell': 1,
    'scientific-notation': 1,
    'spreadsheet-error': 1,
  },
  told: 'contacts-every-cause.csv: 7 of 27 imported. 20 failed, 4 because team_9 does not exist',
  /** Orange, as red, green, blue and opacity. */
  badge: [0xb3, 0x59, 0x00, 0xff],
  /** Row 28 has a cell too many; it keeps its place in a column without a label. */
  errorFileHeader:
    'First name,Last name,E-mail,Phone,Birth date,Owner,Team,Company,Street,City,Postal code,Country,Notes,,Row,Error codes,Errors',
} as const;

/** The lines of its error file, of which one has a line break inside a cell. */
export function errorFileLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n(?!line two)/);
}
