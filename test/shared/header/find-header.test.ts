import { expect, test } from 'vitest';
import { findHeader } from '../../../shared/header/find-header.ts';

const known = new Set(['name', 'last name', 'e-mail', 'email', 'phone', 'city', 'company']);
const isKnown = (label: string) => known.has(label.toLowerCase());

/** One row a line, cells between bars. */
function rowsOf(text: string) {
  return text.split('\n').map((line, index) => ({
    number: index + 1,
    cells: line.split('|').map((cell) => cell.trim()),
  }));
}

test.each<[string, number | null, string]>([
  ['first row', 1, 'Name|E-mail|City\nAnn|ann@example.com|Rome'],
  [
    'title and blank row above',
    3,
    'Contacts 2026||\n||\nName|E-mail|City\nAnn|ann@example.com|Rome',
  ],
  [
    'notes above that name a field',
    4,
    'Company||\nExported by|Ann|\n||\nName|E-mail|City\nAnn|a@example.com|Rome',
  ],
  ['blank rows first', 3, '|\n|\nName|E-mail\nAnn|ann@example.com'],
  ['no label known', 2, 'Liste||\nVorname|Nachname|Ort\nAnn|Smith|Rom\nBob|Jones|Ulm'],
  ['years as labels', 1, 'Region|2024|2025\nNorth|17.5|18\nSouth|3|4'],
  ['one column', 1, 'E-mail\nann@example.com\nbob@example.com'],
  ['one column, no header', null, 'ann@example.com\nbob@example.com'],
  ['data at once: an address', null, 'Ann|ann@example.com|Rome\nBob|bob@example.com|Ulm'],
  ['data at once: a date', null, 'Ann|26/06/2026\nBob|27/06/2026'],
  ['data at once: a number', null, 'Ann|17.5\nBob|18'],
  [
    'data that looks like a label, a known header above',
    1,
    'Name|City|Company\nCity|Name|Rome\nAnn|Ulm|X',
  ],
  ['only a header', 1, 'Name|E-mail|City'],
  ['nothing', null, '|\n|'],
])('%s: %s', (_, expected, text) => {
  expect(findHeader(rowsOf(text), isKnown)).toBe(expected);
});

test('a header below twenty rows of notes is not looked for', () => {
  const rows = rowsOf(`${'a note\n'.repeat(25)}Name|E-mail|City\nAnn|a@example.com|Rome`);
  expect(findHeader(rows, isKnown)).not.toBe(26);
});
