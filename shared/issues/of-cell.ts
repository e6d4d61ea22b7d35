import { countryNamed, type Entries, quoted } from './entry.ts';
import type { DateFault, EmailFault, NumberFault, PhoneFault } from './issue.ts';

const EMAIL: Record<EmailFault, string> = {
  'no-at': 'there is no @ in it',
  'several-at': 'it has more than one @',
  'no-name': 'nothing stands before the @',
  'no-domain': 'nothing stands after the @',
  'no-dot-in-domain': 'the part after the @ has no ending such as .com',
  'bad-domain': 'the part after the @ is not a domain',
  space: 'it has a space in it',
  dots: 'a dot stands where none may be',
  'non-ascii': 'it has letters that addresses cannot have',
  'bad-character': 'it has a character that addresses cannot have',
  'too-long': 'it is too long',
};

const PHONE: Record<PhoneFault, string> = {
  'not-a-number': 'it has more in it than a number',
  'too-short': 'it has too few digits',
  'too-long': 'it has too many digits',
  'unknown-country': 'no country has this calling code',
  length: 'it has the wrong number of digits',
};

const DATE: Record<DateFault, string> = {
  unreadable: 'is not a date',
  'no-such-day': 'is a day that no calendar has',
  'other-order': 'does not fit the other dates of this column',
  'not-iso': 'is not written as YYYY-MM-DD',
  'other-pattern': 'is not written in the way this field asks for',
};

const ORDER: Record<string, string> = {
  'day-first': ' (they are day first)',
  'month-first': ' (they are month first)',
  'year-first': ' (they are year first)',
};

const NUMBER: Record<NumberFault, string> = {
  unreadable: 'is not a number',
  groups: 'has marks between its digits where none belong',
  fraction: 'is not a whole number',
};

const TYPES: Record<string, string> = {
  integer: 'a whole number',
  time: 'a time such as 14:30',
  datetime: 'a date and time such as 2026-06-26T14:30:00',
  year: 'a year such as 2026',
  yearmonth: 'a month such as 2026-06',
  duration: 'a duration such as P1Y2M',
  object: 'a JSON object',
  array: 'a JSON list',
  geopoint: 'a pair of longitude and latitude',
  geojson: 'a GeoJSON object',
};

/** Issues of one cell. */
export const OF_CELL: Entries<
  | 'required'
  | 'type-error'
  | 'invalid-email'
  | 'email-typo'
  | 'invalid-phone'
  | 'invalid-date'
  | 'ambiguous-date'
  | 'invalid-number'
  | 'ambiguous-number'
  | 'invalid-boolean'
  | 'invalid-postal-code'
  | 'invalid-country'
  | 'invalid-url'
  | 'invalid-uuid'
  | 'constraint-enum'
  | 'constraint-pattern'
  | 'constraint-minimum'
  | 'constraint-maximum'
  | 'constraint-min-length'
  | 'constraint-max-length'
  | 'unique-error'
  | 'foreign-key'
  | 'unknown-user'
  | 'unknown-team'
  | 'spreadsheet-error'
  | 'scientific-notation'
  | 'invisible-characters'
  | 'mojibake'
> = {
  required: {
    place: 'cell',
    severity: 'error',
    title: 'A required value is missing',
    explanation: 'Every record needs a value in this field and the cell is empty.',
    message: () => 'There is nothing in this cell, and every row needs a value here.',
    fix: 'Fill in the value.',
  },
  'type-error': {
    place: 'cell',
    severity: 'error',
    title: 'Not the kind of value that belongs here',
    explanation: 'The field takes one kind of value and the cell holds another.',
    message: ({ type }, { value }) =>
      `${quoted(value)} is not ${TYPES[type] ?? `of type ${type}`}.`,
    fix: 'Correct the value.',
  },
  'invalid-email': {
    place: 'cell',
    severity: 'error',
    title: 'Not an e-mail address',
    explanation:
      'Nothing could be delivered to this address: it is not written as addresses are, or its domain has no dot.',
    message: ({ reason }, { value }) =>
      `${quoted(value)} is not an e-mail address: ${EMAIL[reason]}.`,
    fix: 'Correct the address, or leave the cell empty.',
  },
  'email-typo': {
    place: 'cell',
    severity: 'warning',
    title: 'Probably a slip in the e-mail address',
    explanation:
      'The address is well formed, but its domain looks like a slip of the fingers for one that many people use.',
    message: ({ domain, likely }, { value }) =>
      `${quoted(value)} ends in ${domain}; ${likely} was probably meant.`,
    fix: 'Take the suggested address, or leave it if it is right.',
  },
  'invalid-phone': {
    place: 'cell',
    severity: 'error',
    title: 'Not a phone number',
    explanation:
      'Nobody could be called under this number: its digits do not make a number of its country.',
    message: ({ reason, country }, { value }) =>
      `${quoted(value)} is not a phone number${country ? ` of ${countryNamed(country)}` : ''}: ${PHONE[reason]}.`,
    fix: 'Write the number with its country code, such as +49 30 901820, or leave the cell empty.',
  },
  'invalid-date': {
    place: 'cell',
    severity: 'error',
    title: 'Not a date',
    explanation:
      'The cell cannot be read as a day of the calendar, or not in the order in which the dates of its column are written.',
    message: ({ reason, order }, { value }) =>
      `${quoted(value)} ${DATE[reason]}${reason === 'other-order' && order ? (ORDER[order] ?? '') : ''}.`,
    fix: 'Write the date as year-month-day, such as 2026-06-26.',
  },
  'ambiguous-date': {
    place: 'cell',
    severity: 'error',
    title: 'Day first or month first?',
    explanation:
      'The date reads in two ways and no other cell of its column tells which one is meant.',
    message: (_, { value }) =>
      `${quoted(value)} can be read day first or month first, and nothing in the column tells which.`,
    fix: 'Say once how the dates of this column are written.',
  },
  'invalid-number': {
    place: 'cell',
    severity: 'error',
    title: 'Not a number',
    explanation:
      'The cell cannot be read as a number in the way the numbers of its column are written.',
    message: ({ reason, decimal }, { value }) =>
      `${quoted(value)} ${NUMBER[reason]}${decimal === ',' ? '; here the comma marks decimals' : ''}.`,
    fix: 'Write digits only, with one decimal mark.',
  },
  'ambiguous-number': {
    place: 'cell',
    severity: 'error',
    title: 'Thousands or decimals?',
    explanation:
      'The mark in this number can part thousands or decimals and no other cell of its column tells which.',
    message: (_, { value }) =>
      `The mark in ${quoted(value)} can part thousands or decimals, and nothing in the column tells which.`,
    fix: 'Say once how the numbers of this column are written.',
  },
  'invalid-boolean': {
    place: 'cell',
    severity: 'error',
    title: 'Neither yes nor no',
    explanation: 'The field takes yes or no and the cell says something else.',
    message: (_, { value }) => `${quoted(value)} is neither yes nor no.`,
    fix: 'Write yes or no.',
    byValue: true,
  },
  'invalid-postal-code': {
    place: 'cell',
    severity: 'error',
    title: 'Not a postal code of this country',
    explanation: 'Postal codes of the row’s country are written in another way.',
    message: ({ country, example }, { value }) =>
      `${quoted(value)} is not a postal code${country ? ` of ${countryNamed(country)}` : ''}${example ? `; one looks like ${example}` : ''}.`,
    fix: 'Correct the postal code or the country.',
  },
  'invalid-country': {
    place: 'cell',
    severity: 'error',
    title: 'Not a country',
    explanation: 'The cell is neither the two- or three-letter code nor the name of a country.',
    message: (_, { value }) => `${quoted(value)} is not a country.`,
    fix: 'Write the country’s name or its two-letter code.',
    byValue: true,
  },
  'invalid-url': {
    place: 'cell',
    severity: 'error',
    title: 'Not a web address',
    explanation: 'The field takes a whole address, such as https://example.com.',
    message: (_, { value }) => `${quoted(value)} is not a web address.`,
    fix: 'Write the whole address, beginning with https://.',
  },
  'invalid-uuid': {
    place: 'cell',
    severity: 'error',
    title: 'Not a UUID',
    explanation: 'The field takes a UUID: 32 hexadecimal digits in groups of 8-4-4-4-12.',
    message: (_, { value }) => `${quoted(value)} is not a UUID.`,
    fix: 'Copy the whole identifier.',
  },
  'constraint-enum': {
    place: 'cell',
    severity: 'error',
    title: 'Not one of the allowed values',
    explanation: 'The field takes only certain values and this is none of them.',
    message: ({ allowed }, { value }) => `${quoted(value)} is not one of ${allowed}.`,
    fix: 'Take one of the allowed values.',
    byValue: true,
  },
  'constraint-pattern': {
    place: 'cell',
    severity: 'error',
    title: 'Not in the form that belongs here',
    explanation: 'The organisation asks for a certain form in this field.',
    message: ({ pattern }, { value }) =>
      `${quoted(value)} does not have the form that this field asks for (${pattern}).`,
    fix: 'Correct the value.',
  },
  'constraint-minimum': {
    place: 'cell',
    severity: 'error',
    title: 'Too small',
    explanation: 'The value lies below the least that the field takes.',
    message: ({ minimum }, { value }) => `${quoted(value)} is below ${minimum}, the least allowed.`,
    fix: 'Correct the value.',
  },
  'constraint-maximum': {
    place: 'cell',
    severity: 'error',
    title: 'Too large',
    explanation: 'The value lies above the most that the field takes.',
    message: ({ maximum }, { value }) => `${quoted(value)} is above ${maximum}, the most allowed.`,
    fix: 'Correct the value.',
  },
  'constraint-min-length': {
    place: 'cell',
    severity: 'error',
    title: 'Too short',
    explanation: 'The text is shorter than the field asks for.',
    message: ({ minLength }, { value }) =>
      `${quoted(value)} is shorter than the ${minLength} characters that this field asks for.`,
    fix: 'Complete the text.',
  },
  'constraint-max-length': {
    place: 'cell',
    severity: 'error',
    title: 'Too long',
    explanation: 'The text is longer than the field can hold.',
    message: ({ maxLength }, { value }) =>
      `${quoted(value)} is longer than the ${maxLength} characters that this field can hold.`,
    fix: 'Shorten the text.',
  },
  'unique-error': {
    place: 'cell',
    severity: 'error',
    title: 'The same value twice',
    explanation: 'No two records may have the same value in this field.',
    message: ({ firstRow }, { value }) => `${quoted(value)} stands already in row ${firstRow}.`,
    fix: 'Keep one of the two rows, or correct one value.',
  },
  'foreign-key': {
    place: 'cell',
    severity: 'error',
    title: 'Names a row that is not there',
    explanation: 'The cell names another row of the file by its key and there is no such row.',
    message: (_, { value }) => `No row has the key ${quoted(value)}.`,
    fix: 'Correct the value, or add the row that it names.',
    byValue: true,
  },
  'unknown-user': {
    place: 'cell',
    severity: 'error',
    title: 'User does not exist',
    explanation: 'The field takes the exact id of a user of your organisation.',
    message: (_, { value }) => `There is no user ${quoted(value)}.`,
    fix: 'Take the id of a user that exists, or ask an administrator to add the user.',
    byValue: true,
  },
  'unknown-team': {
    place: 'cell',
    severity: 'error',
    title: 'Team does not exist',
    explanation: 'The field takes the exact id of a team of your organisation.',
    message: (_, { value }) => `There is no team ${quoted(value)}.`,
    fix: 'Take the id of a team that exists, or ask an administrator to add the team.',
    byValue: true,
  },
  'spreadsheet-error': {
    place: 'cell',
    severity: 'error',
    title: 'A formula that failed',
    explanation:
      'The cell shows the error of a formula, such as #REF! or #N/A, and not the value that was meant.',
    message: (_, { value }) => `${quoted(value)} is the error of a formula, not a value.`,
    fix: 'Repair the formula in the spreadsheet, or write the value itself.',
    byValue: true,
  },
  'scientific-notation': {
    place: 'cell',
    severity: 'error',
    title: 'Digits lost to a spreadsheet program',
    explanation:
      'The spreadsheet program took a long number for a quantity and saved it as 1.23E+10; the digits behind are gone.',
    message: (_, { value }) =>
      `${quoted(value)} is what a spreadsheet program makes of a long number; its last digits are lost.`,
    fix: 'Format the column as text in the spreadsheet, put the number in again and save.',
  },
  'invisible-characters': {
    place: 'cell',
    severity: 'warning',
    title: 'Characters that nobody sees',
    explanation:
      'The text has characters that do not show, often copied from a web page. They are left out, so that it can be found and compared.',
    message: ({ characters }, { value }) =>
      `${quoted(value)} has characters that do not show (${characters}); they are left out.`,
    fix: 'Nothing needs to be done.',
  },
  mojibake: {
    place: 'cell',
    severity: 'warning',
    title: 'Letters that were garbled',
    explanation:
      'The text was saved in one encoding and read in another, so that some letters became two others.',
    message: (_, { value }) => `${quoted(value)} has letters that were garbled on the way here.`,
    fix: 'Export the file again as UTF-8, or choose another encoding.',
  },
};
