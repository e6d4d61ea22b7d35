/** Where a person is in the app; it stands in the address after `#`. */
export type Route =
  | { view: 'home' }
  | { view: 'draft'; id: string }
  /** Which field each column of a draft goes to. */
  | { view: 'columns'; id: string }
  /** One cause of a draft; `cause` is its key. */
  | { view: 'cause'; id: string; cause: string }
  | { view: 'import'; id: string };

/**
 * Reads the part of an address after `#`; whatever is not understood is the start.
 *
 * @example parseRoute('#/imports/7') // { view: 'import', id: '7' }
 */
export function parseRoute(hash: string): Route {
  const [kind, id, part, cause] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decoded);
  if (id === undefined || id === '') return { view: 'home' };
  if (kind === 'imports') return { view: 'import', id };
  if (kind !== 'drafts') return { view: 'home' };
  if (part === 'columns') return { view: 'columns', id };
  if (part === 'causes' && cause) return { view: 'cause', id, cause };
  return { view: 'draft', id };
}

/** The address of a route, to be used as a link: `#/drafts/7/columns`. */
export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'home':
      return '#/';
    case 'draft':
      return `#/drafts/${encodeURIComponent(route.id)}`;
    case 'columns':
      return `#/drafts/${encodeURIComponent(route.id)}/columns`;
    case 'cause':
      return `#/drafts/${encodeURIComponent(route.id)}/causes/${encodeURIComponent(route.cause)}`;
    case 'import':
      return `#/imports/${encodeURIComponent(route.id)}`;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
