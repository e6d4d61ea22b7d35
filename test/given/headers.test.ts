import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findHeader } from '../../shared/header/find-header.ts';
import { knowsLabel } from '../../shared/map/field-names.ts';
import { builtinRecordTypes } from '../../shared/record-types/builtin.ts';
import { fields, map } from '../shared/map/mapping.ts';
import { cellsOf, fileOf } from '../shared/rows/reading.ts';
import { givenFolder } from './folder.ts';

function header(file: string): string {
  return readFileSync(new URL(`headers/${file}`, givenFolder), 'utf8').trim();
}

test.each(['outlook-92.csv', 'google-contacts-classic-69.csv'])(
  'the header of %s',
  async (name) => {
    const cells = await cellsOf(fileOf(new TextEncoder().encode(header(name)), name));
    const rows = cells.map((row, index) => ({ number: index + 1, cells: row }));
    expect(findHeader(rows, () => false)).toBe(1);
    expect(findHeader(rows, knowsLabel(builtinRecordTypes))).toBe(1);
  },
);

describe('exports that everybody has', () => {
  test('Outlook, 92 columns', () => {
    const mapping = map(header('outlook-92.csv'));
    expect(fields(mapping)).toEqual({
      first_name: 'First Name',
      last_name: 'Last Name',
      email: 'E-mail Address',
      phone: 'Primary Phone',
      birth_date: 'Birthday',
      company: 'Company',
      street: 'Business Street',
      city: 'Business City',
      region: 'Business State',
      postal_code: 'Business Postal Code',
      country: 'Business Country/Region',
      notes: 'Notes',
    });
    // All others are said aloud.
    expect(mapping.issues.map(({ code }) => code)).toEqual(Array(80).fill('unmapped-column'));
  });

  test('Outlook, where only the home address and the mobile phone are filled in', () => {
    const labels = header('outlook-92.csv').split(',');
    const filled = ['Home Street', 'Home City', 'Home Postal Code', 'Mobile Phone', 'Last Name'];
    const row = labels.map((label) => (filled.includes(label) ? 'x 1' : ''));
    const mapping = map(labels.join(','), [row, row, row]);
    expect(fields(mapping)).toMatchObject({
      phone: 'Mobile Phone',
      street: 'Home Street',
      city: 'Home City',
      postal_code: 'Home Postal Code',
    });
  });

  test('Google Contacts, 69 columns', () => {
    expect(fields(map(header('google-contacts-classic-69.csv')))).toEqual({
      first_name: 'Given Name',
      last_name: 'Family Name',
      email: 'E-mail 1 - Value',
      phone: 'Phone 1 - Value',
      birth_date: 'Birthday',
      company: 'Organization 1 - Name',
      street: 'Address 1 - Street',
      city: 'Address 1 - City',
      region: 'Address 1 - Region',
      postal_code: 'Address 1 - Postal Code',
      country: 'Address 1 - Country',
      notes: 'Notes',
    });
  });
});
