import fc from 'fast-check';
import { expect, test } from 'vitest';
import { causeKey } from '../../../extension/pages/draft/cause-key.ts';
import { hrefOf, parseRoute, type Route } from '../../../extension/pages/route.ts';

test.each<[string, Route]>([
  ['', { view: 'home' }],
  ['#', { view: 'home' }],
  ['#/', { view: 'home' }],
  ['#/drafts/7', { view: 'draft', id: '7' }],
  ['#/drafts/7/columns', { view: 'columns', id: '7' }],
  ['#/drafts/7/causes/required~1~', { view: 'cause', id: '7', cause: 'required~1~' }],
  ['#/drafts/7/causes/', { view: 'draft', id: '7' }],
  ['#/drafts/', { view: 'home' }],
  ['#/imports/7', { view: 'import', id: '7' }],
  ['#/elsewhere/7', { view: 'home' }],
  ['#/imports/%E0%A4%A', { view: 'import', id: '%E0%A4%A' }],
])('%s is read', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test('a cause of text that is no whole text has an address too', () => {
  const cause = causeKey({ code: 'unknown-team', column: 6, value: 'team \ud83d' });
  const route: Route = { view: 'cause', id: '7', cause };
  expect(parseRoute(hrefOf(route))).toEqual(route);
});

test('every route is found again at its address', () => {
  const id = fc.string({ minLength: 1, unit: 'grapheme' });
  const routes = fc.oneof(
    fc.record({ view: fc.constantFrom('draft', 'columns', 'import'), id }),
    fc.record({ view: fc.constant('cause'), id, cause: id }),
  ) as fc.Arbitrary<Route>;
  fc.assert(
    fc.property(routes, (route) => {
      expect(parseRoute(hrefOf(route))).toEqual(route);
    }),
  );
});
