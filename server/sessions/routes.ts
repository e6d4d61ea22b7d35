import { createRoute } from '@hono/zod-openapi';
import { CONTRACT_VERSION, sessionSchema } from '../../shared/contract/session.ts';
import { ApiProblem } from '../http/problem.ts';
import { bearer, createRouter, json, named, problems } from '../http/schema.ts';
import { VERSION } from '../version.ts';
import type { WorkspaceService } from '../workspaces/service.ts';

const session = createRoute({
  method: 'get',
  path: '/v1/session',
  tags: ['Session'],
  summary: 'Who the token is',
  description: 'What a client asks first: workspace, role, and which version it talks to.',
  security: bearer,
  responses: {
    200: json('The workspace and the token', named('Session', sessionSchema), {
      workspace: { id: 'ws_k3v5c2q7', name: 'My workspace' },
      token: { id: 'tok_7h2m4x9p', name: 'Ada’s browser', role: 'importer' },
      server: { version: '0.1.0', contract: 1 },
    }),
    ...problems(),
  },
});

/** `GET /v1/session` */
export function createSessionRoutes(deps: { workspaces: WorkspaceService }) {
  return createRouter().openapi(session, async (c) => {
    const access = c.get('access');
    const workspace = await deps.workspaces.get(access.workspaceId);
    if (!workspace) throw new ApiProblem(404, 'unknown-workspace', 'The workspace is gone.');
    return c.json(
      {
        workspace,
        token: { id: access.tokenId, name: access.tokenName, role: access.role },
        server: { version: VERSION, contract: CONTRACT_VERSION },
      },
      200,
    );
  });
}
