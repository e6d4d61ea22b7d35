import type { Field, RecordType } from '../record-types/record-type.ts';
import { labelWords, squashed } from './label.ts';

/** A name that a field goes by. */
export interface FieldName {
  field: Field;
  by: 'exact' | 'synonym';
  /** 0 for the name and the title, then the synonyms in their order. */
  rank: number;
}

/** Every name, squashed, that a field of the record type goes by, with the fields that do. */
export function fieldNames(recordType: RecordType): Map<string, FieldName[]> {
  const names = new Map<string, FieldName[]>();
  const add = (label: string, name: FieldName): void => {
    const key = squashed(label);
    if (key === '') return;
    const known = names.get(key);
    if (!known) names.set(key, [name]);
    else if (!known.some(({ field }) => field === name.field)) known.push(name);
  };
  for (const field of recordType.fields) {
    add(field.name, { field, by: 'exact', rank: 0 });
    if (field.title) add(field.title, { field, by: 'exact', rank: 0 });
    field.synonyms?.forEach((synonym, at) => {
      add(synonym, { field, by: 'synonym', rank: at + 1 });
    });
  }
  return names;
}

/** Whether any of the record types has a field that goes by a label. */
export function knowsLabel(recordTypes: readonly RecordType[]): (label: string) => boolean {
  const known = new Set(recordTypes.flatMap((recordType) => [...fieldNames(recordType).keys()]));
  return (label) => known.has(squashed(label)) || known.has(withoutQualifier(label).base);
}

/** Words that say whose or which one of several it is, from the likeliest to be wanted to the least. */
const QUALIFIERS = [
  'main',
  'primary',
  'default',
  'business',
  'work',
  'office',
  'geschaftlich',
  'mailing',
  'billing',
  'invoice',
  'rechnung',
  'home',
  'personal',
  'private',
  'privat',
  'shipping',
  'delivery',
  'other',
];

/** Words that say nothing beside a qualifier or a field's name: Phone 1 - Value, Address 1 - Street. */
const FILLERS = new Set(['1', 'value', 'address', 'adresse']);

/** A label taken apart into whose it is and what it is. */
export interface QualifiedLabel {
  /** What it is, squashed; empty when nothing is left. */
  base: string;
  /** Whose it is; empty when the label does not say. */
  group: string;
  /** How far down the list of qualifiers; 0 without one. */
  rank: number;
}

/** Takes a label such as `Business Street` or `Address 1 - Street` apart. */
export function withoutQualifier(label: string): QualifiedLabel {
  const words = label === '' ? [] : wordsOf(label);
  const qualifier = words.find((word) => QUALIFIERS.includes(word));
  const own = words.filter((word) => word !== qualifier);
  const base = own.filter((word) => !FILLERS.has(word)).join('');
  return {
    // Home Address is an address after all.
    base: base === '' ? own.join('') : base,
    group: qualifier ?? '',
    rank: qualifier === undefined ? 0 : QUALIFIERS.indexOf(qualifier) + 1,
  };
}

function wordsOf(label: string): string[] {
  return labelWords(label).split(' ');
}
