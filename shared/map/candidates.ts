import { distance } from '../cells/nearest.ts';
import type { MatchedBy } from '../plan/plan.ts';
import type { Field } from '../record-types/record-type.ts';
import { type ColumnKind, refuses } from './column-kind.ts';
import { type FieldName, withoutQualifier } from './field-names.ts';
import { squashed } from './label.ts';

/** A column of the file, as far as mapping looks at it. */
export interface MappableColumn {
  index: number;
  label: string;
  kind: ColumnKind;
  /** Whether any sampled row has something in it. */
  filled: boolean;
}

/** A column that could go to a field. */
export interface Candidate {
  column: MappableColumn;
  field: Field;
  by: MatchedBy;
  /** The higher, the surer. */
  score: number;
  /** Whose part of an address it is: business, home; empty when the label does not say. */
  group: string;
}

const EXACT = 100;
const SYNONYM = 90;
const QUALIFIED = 70;
const CLOSE = 40;
/** A column without values gives way to one of nearly the same name that has some. */
const UNFILLED = 5;

/** Every field that a column could go to by its label, and whose values do not speak against it. */
export function candidatesOf(
  column: MappableColumn,
  names: ReadonlyMap<string, readonly FieldName[]>,
): Candidate[] {
  const label = squashed(column.label);
  if (label === '') return [];
  const found: Candidate[] = [];
  const add = (name: FieldName, by: MatchedBy, base: number, group = ''): void => {
    if (refuses(name.field, column.kind, by === 'close')) return;
    const score = base - name.rank * 0.1 - (column.filled ? 0 : UNFILLED);
    found.push({ column, field: name.field, by, score, group });
  };
  for (const name of names.get(label) ?? []) {
    add(name, name.by, name.by === 'exact' ? EXACT : SYNONYM, withoutQualifier(column.label).group);
  }
  if (found.length > 0) return found;
  const { base, group, rank } = withoutQualifier(column.label);
  if (base !== '' && base !== label) {
    for (const name of names.get(base) ?? []) add(name, 'synonym', QUALIFIED - rank * 0.5, group);
    if (found.length > 0) return found;
  }
  closest(label, names).forEach((name) => {
    add(name, 'close', CLOSE);
  });
  return found;
}

/**
 * The fields whose names are nearest to a label: one slip in five letters or more, two in nine or more.
 * Labels with a number in them are not guessed at: Address 2 is not a slip for Address.
 */
function closest(
  label: string,
  names: ReadonlyMap<string, readonly FieldName[]>,
): readonly FieldName[] {
  if (label.length < 5 || /\d/.test(label)) return [];
  let limit = label.length >= 9 ? 2 : 1;
  let best = new Map<Field, FieldName>();
  for (const [key, fields] of names) {
    if (key.length < 5) continue;
    const apart = distance(label, key, limit);
    if (apart > limit) continue;
    if (apart < limit) best = new Map();
    limit = apart;
    for (const name of fields) if (!best.has(name.field)) best.set(name.field, name);
  }
  return [...best.values()];
}
