import { createRoute, z } from '@hono/zod-openapi';
import {
  createdTokenSchema,
  createTokenSchema,
  tokenListSchema,
  tokenSchema,
} from '../../shared/contract/tokens.ts';
import { allow } from '../http/authenticate.ts';
import { ApiProblem } from '../http/problem.ts';
import { bearer, body, createRouter, json, named, problems } from '../http/schema.ts';
import type { TokenService } from './service.ts';

const common = { tags: ['Tokens'], security: bearer, middleware: allow('admin') };
const example = {
  id: 'tok_7h2m4x9p',
  name: 'Ada’s browser',
  role: 'importer' as const,
  hint: 'rc_0cYkW2_aQx…',
  createdAt: '2026-06-26T10:00:00.000Z',
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
};

const list = createRoute({
  ...common,
  method: 'get',
  path: '/v1/tokens',
  summary: 'All tokens of the workspace',
  responses: {
    200: json('From the newest to the oldest', named('TokenList', tokenListSchema), {
      tokens: [example],
    }),
    ...problems(),
  },
});

const create = createRoute({
  ...common,
  method: 'post',
  path: '/v1/tokens',
  summary: 'Create a token',
  description: 'The answer is the only place where the token itself is ever shown.',
  request: {
    body: body(named('CreateToken', createTokenSchema), {
      name: 'Ada’s browser',
      role: 'importer',
    }),
  },
  responses: {
    201: json('The new token', named('CreatedToken', createdTokenSchema), {
      ...example,
      secret: 'rc_0cYkW2_aQx…',
    }),
    ...problems(400),
  },
});

const revoke = createRoute({
  ...common,
  method: 'delete',
  path: '/v1/tokens/{id}',
  summary: 'Revoke a token',
  description: 'The token is refused from now on. Revoking it again changes nothing.',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json('The revoked token', named('Token', tokenSchema)), ...problems(404) },
});

/** `/v1/tokens` */
export function createTokenRoutes(deps: { tokens: TokenService }) {
  const { tokens } = deps;
  return createRouter()
    .openapi(list, async (c) =>
      c.json({ tokens: await tokens.list(c.get('access').workspaceId) }, 200),
    )
    .openapi(create, async (c) => {
      const { expiresAt, ...given } = c.req.valid('json');
      const token = await tokens.create(c.get('access').workspaceId, {
        ...given,
        expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
      });
      return c.json(token, 201);
    })
    .openapi(revoke, async (c) => {
      const token = await tokens.revoke(c.get('access').workspaceId, c.req.valid('param').id);
      if (!token) {
        throw new ApiProblem(404, 'unknown-token', 'There is no such token in this workspace.');
      }
      return c.json(token, 200);
    });
}
