import { expect, test } from 'vitest';
import { nearestId } from '../../../shared/rules/reference.ts';

const ids = ['team_01', 'team_02', 'team_10', 'sales', 'Sales-EU', 'u.smith', 'u_smith'];

test.each([
  ['team_1', 'team_01'],
  ['TEAM-02', 'team_02'],
  ['team10', 'team_10'],
  ['saels', 'sales'],
  ['sales eu', 'Sales-EU'],
  // Another number is another team, and two that are as near leave it open.
  ['team_03', null],
  ['team_11', null],
  ['usmith', null],
  ['x', null],
])('%s means %s', (id, known) => {
  expect(nearestId(id, ids)).toBe(known);
});
