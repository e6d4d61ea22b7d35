import type { Role } from '../../shared/contract/session.ts';

/** Who is asking, as far as the token says. */
export interface Access {
  workspaceId: string;
  tokenId: string;
  tokenName: string;
  role: Role;
}

/** Hono's environment for every route: `c.get('access')`, `c.get('requestId')`. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** Set by the bearer middleware on everything under `/v1`. */
    access: Access;
  };
}
