import type { Field } from '../record-types/record-type.ts';
import type { Candidate } from './candidates.ts';

const PARTS = new Set(['street', 'city', 'region', 'postal_code', 'country']);

function isPart(field: Field): boolean {
  return PARTS.has(field.name);
}

/**
 * Keeps the parts of an address together: of Business Street, Business City, Home Street and so on one
 * group is taken, the one with the most parts filled (the first of equals), and the street of one
 * address never stands beside the city of another. Parts whose label names no group fit any.
 */
export function chooseAddress(candidates: readonly Candidate[]): Candidate[] {
  const groups = new Map<string, { parts: Set<string>; filled: number; score: number }>();
  for (const { field, group, column, score } of candidates) {
    if (!isPart(field) || group === '') continue;
    const known = groups.get(group) ?? { parts: new Set(), filled: 0, score: 0 };
    if (!known.parts.has(field.name)) {
      known.parts.add(field.name);
      known.score += score;
      if (column.filled) known.filled++;
    }
    groups.set(group, known);
  }
  let best = '';
  let most = { filled: -1, parts: -1, score: -1 };
  for (const [group, { filled, parts, score }] of groups) {
    const more = filled - most.filled || parts.size - most.parts || (score > most.score ? 1 : 0);
    if (more > 0) {
      best = group;
      most = { filled, parts: parts.size, score };
    }
  }
  return candidates.filter(({ field, group }) => !isPart(field) || group === '' || group === best);
}
