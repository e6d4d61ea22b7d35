import { describe, expect, test } from 'vitest';
import { guessRecordType } from '../../../shared/map/guess-record-type.ts';
import { labelWords, squashed } from '../../../shared/map/label.ts';
import type { ColumnPlan } from '../../../shared/plan/plan.ts';
import { builtinRecordTypes } from '../../../shared/record-types/builtin.ts';
import { fields, map } from './mapping.ts';

describe('labels', () => {
  test.each([
    ['first_name,lastName,EMAIL,Phone Number', 'first_name last_name email phone'],
    [
      'Vorname,Nachname,E-Mail-Adresse,Straße,PLZ,Ort,Land',
      'first_name last_name email street postal_code city country',
    ],
    [
      'Prénom,Nom,Courriel,Téléphone,Code postal,Ville',
      'first_name last_name email phone postal_code city',
    ],
    ['Nombre,Apellidos,Correo electrónico,Teléfono', 'first_name last_name email phone'],
    ['Frist Name,Last Nmae,Emial,Phnoe', 'first_name last_name email phone'],
    ['Vorname,Name', 'first_name last_name'],
    ['E-mail 2 Address,E-mail 3,Phone 2', '- - -'],
    ['Home Address,Business Fax,Assistant Phone', 'street - -'],
    ['Name', '-'],
  ])('%s', (labels, expected) => {
    const { columns } = map(labels);
    expect(columns.map(({ field }) => field ?? '-').join(' ')).toBe(expected);
  });

  test('say how the field was found', () => {
    const { columns } = map('E-mail,Surname,Phnoe,Shoe size');
    expect(columns.map(({ by }) => by)).toEqual(['exact', 'synonym', 'close', 'none']);
  });

  test('are compared without case, accents, punctuation and joints', () => {
    expect(labelWords('E-Mail_Adresse')).toBe('email adresse');
    expect(labelWords('phoneNumber2')).toBe('phone number 2');
    expect(squashed('Zip Code')).toBe(squashed('zip_code'));
    expect(squashed('Straße')).toBe('strasse');
  });
});

describe('a field gets one column', () => {
  test('the surest, wherever it stands', () => {
    const mapping = map('Mail,E-mail,Last name');
    expect(fields(mapping)).toEqual({ email: 'E-mail', last_name: 'Last name' });
    expect(mapping.issues).toEqual([
      { code: 'unmapped-column', row: 1, column: 0, params: { label: 'Mail' } },
    ]);
  });

  test('the first of two with the same label', () => {
    const mapping = map('Last name,E-mail,E-Mail');
    expect(mapping.columns.map(({ field }) => field)).toEqual(['last_name', 'email', null]);
    expect(mapping.issues).toEqual([
      { code: 'duplicate-label', row: 1, column: 2, params: { label: 'E-Mail', firstColumn: 1 } },
    ]);
  });

  test('the one that was said, though another fits better', () => {
    const given: ColumnPlan[] = [
      { index: 0, label: 'Other', field: 'email', by: 'person' },
      { index: 2, label: 'Last name', field: null, by: 'person' },
    ];
    const mapping = map('Other,E-mail,Last name', [], { given });
    expect(mapping.columns.map(({ field, by }) => [field, by])).toEqual([
      ['email', 'person'],
      [null, 'none'],
      [null, 'person'],
    ]);
    expect(mapping.issues.map(({ code, column }) => [code, column])).toEqual([
      ['required-column', undefined],
      ['unmapped-column', 1],
    ]);
  });
});

describe('values', () => {
  const rows = (...cells: string[][]): string[][] => [cells, cells, cells].flat();

  test('refuse: a column of e-mail addresses is no phone column', () => {
    const mapping = map('Last name,Phone', rows(['Doe', 'a@example.com']));
    expect(fields(mapping)).toEqual({ last_name: 'Last name', email: 'Phone' });
    expect(mapping.columns[1]?.by).toBe('values');
  });

  test('refuse: words are no phone numbers where the label is a guess', () => {
    const mapping = map('Last name,Phonee', rows(['Doe', 'blue']));
    expect(fields(mapping)).toEqual({ last_name: 'Last name' });
  });

  test('find the e-mail column that no label names', () => {
    const mapping = map('Last name,Reach me at', rows(['Doe', 'a@example.com']));
    expect(fields(mapping)).toEqual({ last_name: 'Last name', email: 'Reach me at' });
  });

  test('do not choose between two, nor take a second address for the first', () => {
    const two = map('Last name,Reach,Write', rows(['Doe', 'a@example.com', 'b@example.com']));
    expect(fields(two)).toEqual({ last_name: 'Last name' });
    const second = map('Last name,E-mail 2 Address', rows(['Doe', 'a@example.com']));
    expect(fields(second)).toEqual({ last_name: 'Last name' });
  });

  test('of one or two rows prove nothing', () => {
    const mapping = map('Last name,Phone', [['Doe', 'a@example.com']]);
    expect(fields(mapping)).toEqual({ last_name: 'Last name', phone: 'Phone' });
  });
});

test('an error file is dropped back in without a word about the columns that it added', () => {
  const mapping = map('Last name,E-mail,Row,Error codes,Errors');
  expect(mapping.issues).toEqual([]);
  expect(map('Last name,Row,Errors').issues).toHaveLength(2);
});

test.each([
  ['First name,Last name,Company,Phone', 'contact'],
  ['Company name,Website,Industry,City', 'company'],
  ['Name;Firma;Betrag;Währung;Abschlussdatum', 'deal'],
  ['Deal name,Amount,Stage,Contact email', 'deal'],
  ['Nachname,Firma', 'contact'],
])('%s is a list of type %s', (labels, name) => {
  const { recordType } = guessRecordType(builtinRecordTypes, {
    labels: labels.split(/[,;]/),
    sample: [],
    given: [],
    headerRow: 1,
  });
  expect(recordType.name).toBe(name);
});
