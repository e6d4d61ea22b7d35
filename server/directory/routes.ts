import { createRoute, z } from '@hono/zod-openapi';
import { directorySchema, teamSchema, userSchema } from '../../shared/contract/directory.ts';
import { allow } from '../http/authenticate.ts';
import { bearer, body, createRouter, json, named, problems } from '../http/schema.ts';
import type { DirectoryService } from './service.ts';

const MOST_ENTRIES = 100_000;

const tags = ['Directory'];
const users = named('Users', z.object({ users: z.array(userSchema).max(MOST_ENTRIES) }));
const teams = named('Teams', z.object({ teams: z.array(teamSchema).max(MOST_ENTRIES) }));
const imported = named(
  'DirectoryImport',
  z.object({
    added: z.int().nonnegative(),
    updated: z.int().nonnegative(),
    removed: z.int().nonnegative(),
  }),
);
const counts = { added: 2, updated: 1, removed: 0 };
const someUsers = { users: [{ id: 'user_1', name: 'Ada', email: 'ada@example.com' }] };
const someTeams = { teams: [{ id: 'team_1', name: 'Sales' }] };

const read = createRoute({
  method: 'get',
  path: '/v1/directory',
  tags,
  summary: 'All users and teams',
  description: 'Whom a row may name as its owner. A check before the submit judges by these.',
  security: bearer,
  responses: {
    200: json('Users and teams', named('Directory', directorySchema), {
      ...someUsers,
      ...someTeams,
    }),
    ...problems(),
  },
});

const change = {
  tags,
  security: bearer,
  middleware: allow('admin'),
  responses: { 200: json('What came of the list', imported, counts), ...problems(400, 413) },
};

const addUsers = createRoute({
  ...change,
  method: 'post',
  path: '/v1/directory/users',
  summary: 'Add and update users',
  request: { body: body(users, someUsers) },
});
const replaceUsers = createRoute({
  ...change,
  method: 'put',
  path: '/v1/directory/users',
  summary: 'Replace all users by this list',
  request: { body: body(users, someUsers) },
});
const addTeams = createRoute({
  ...change,
  method: 'post',
  path: '/v1/directory/teams',
  summary: 'Add and update teams',
  request: { body: body(teams, someTeams) },
});
const replaceTeams = createRoute({
  ...change,
  method: 'put',
  path: '/v1/directory/teams',
  summary: 'Replace all teams by this list',
  request: { body: body(teams, someTeams) },
});

/** `/v1/directory` */
export function createDirectoryRoutes(deps: { directory: DirectoryService }) {
  const { directory } = deps;
  return createRouter()
    .openapi(read, async (c) => c.json(await directory.get(c.get('access').workspaceId), 200))
    .openapi(addUsers, async (c) => {
      const list = c.req.valid('json').users;
      return c.json(await directory.importUsers(c.get('access').workspaceId, list), 200);
    })
    .openapi(replaceUsers, async (c) => {
      const list = c.req.valid('json').users;
      return c.json(await directory.importUsers(c.get('access').workspaceId, list, true), 200);
    })
    .openapi(addTeams, async (c) => {
      const list = c.req.valid('json').teams;
      return c.json(await directory.importTeams(c.get('access').workspaceId, list), 200);
    })
    .openapi(replaceTeams, async (c) => {
      const list = c.req.valid('json').teams;
      return c.json(await directory.importTeams(c.get('access').workspaceId, list, true), 200);
    });
}
