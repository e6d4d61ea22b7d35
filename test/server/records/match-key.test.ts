import { describe, expect, it } from 'vitest';
import { matchKeyField, matchKeyOf } from '../../../server/records/match-key.ts';
import type { RecordType } from '../../../shared/record-types/record-type.ts';

const type = (changes: Partial<RecordType>): RecordType => ({
  name: 'thing',
  fields: [
    { name: 'sku', type: 'string' },
    { name: 'mail', type: 'string', format: 'email' },
  ],
  ...changes,
});

describe('match keys', () => {
  it.each([
    [{ matchKey: 'mail' }, 'mail'],
    [{ primaryKey: 'sku' }, 'sku'],
    [{ primaryKey: ['sku'] }, 'sku'],
    [{ primaryKey: ['sku', 'mail'] }, undefined],
    [{ matchKey: 'mail', primaryKey: 'sku' }, 'mail'],
    [{}, undefined],
  ])('%o is matched by %s', (changes, name) => {
    expect(matchKeyField(type(changes))?.name).toBe(name);
  });

  it('compares as the engine does, and tells nothing apart by emptiness', () => {
    expect(matchKeyOf({ format: 'email' }, 'A@B.com')).toBe('a@b.com');
    expect(matchKeyOf({}, 'Sku-1')).toBe('Sku-1');
    expect(matchKeyOf({}, 7)).toBe('7');
    expect(matchKeyOf({}, null)).toBeNull();
    expect(matchKeyOf({}, '')).toBeNull();
  });

  it('keeps long values apart in a key that an index can hold', () => {
    const long = 'x'.repeat(100_000);
    const one = matchKeyOf({}, `${long}1`) ?? '';
    const two = matchKeyOf({}, `${long}2`) ?? '';
    expect(one).not.toBe(two);
    expect(one.length).toBeLessThan(600);
    expect(matchKeyOf({}, `${long}1`)).toBe(one);
  });
});
