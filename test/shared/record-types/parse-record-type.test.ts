import { describe, expect, test } from 'vitest';
import { builtinRecordTypes } from '../../../shared/record-types/builtin.ts';
import { parseRecordType } from '../../../shared/record-types/parse-record-type.ts';

test('a plain Table Schema written for other tools is a record type', () => {
  const { recordType, problems } = parseRecordType({
    $schema: 'https://datapackage.org/profiles/1.0/tableschema.json',
    fields: [
      { name: 'id', type: 'integer', constraints: { required: true } },
      { name: 'name', 'skos:prefLabel': 'Name' },
      { name: 'joined', type: 'date', format: '%d/%m/%Y' },
    ],
    missingValues: ['', '-'],
    primaryKey: 'id',
  });
  expect(problems).toBeNull();
  expect(recordType?.name).toBe('record');
  expect(recordType?.fields.map(({ type }) => type)).toEqual(['integer', 'string', 'date']);
});

test('text is read as JSON', () => {
  expect(parseRecordType('{"fields":[{"name":"a"}]}').problems).toBeNull();
});

describe('what is wrong is named with its place', () => {
  test.each<[string, unknown, { path: string; message: RegExp }[]]>([
    ['no JSON', '{', [{ path: '', message: /not JSON/ }]],
    ['a list', [], [{ path: '', message: /JSON object with a list “fields”/ }]],
    ['no fields', {}, [{ path: 'fields', message: /needs a list “fields”/ }]],
    ['an empty list', { fields: [] }, [{ path: 'fields', message: /at least one field/ }]],
    ['no name', { fields: [{}] }, [{ path: 'fields[0].name', message: /needs a “name”/ }]],
    [
      'an unknown type',
      { fields: [{ name: 'a', type: 'money' }] },
      [{ path: 'fields[0].type', message: /no type "money"/ }],
    ],
    [
      'a name twice',
      { fields: [{ name: 'a' }, { name: 'a' }] },
      [{ path: 'fields[1].name', message: /Two fields have the name “a”/ }],
    ],
    [
      'a broken pattern',
      { fields: [{ name: 'a', constraints: { pattern: '(' } }] },
      [{ path: 'fields[0].constraints.pattern', message: /not a regular expression/ }],
    ],
    [
      'keys of no field',
      { fields: [{ name: 'a' }], primaryKey: ['b'], matchKey: 'c' },
      [
        { path: 'primaryKey', message: /no field “b”/ },
        { path: 'matchKey', message: /no field “c”/ },
      ],
    ],
  ])('%s', (_, json, expected) => {
    const { problems, recordType } = parseRecordType(json);
    expect(recordType).toBeNull();
    expect(problems).toEqual(
      expected.map(({ path, message }) => ({ path, message: expect.stringMatching(message) })),
    );
  });
});

test('the built-in record types are themselves in order', () => {
  for (const recordType of builtinRecordTypes) {
    expect(parseRecordType(structuredClone(recordType)).problems).toBeNull();
  }
  expect(builtinRecordTypes.map(({ name }) => name)).toEqual(['contact', 'company', 'deal']);
});
