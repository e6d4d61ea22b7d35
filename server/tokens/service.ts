import type { Role } from '../../shared/contract/session.ts';
import type { CreatedToken, Token } from '../../shared/contract/tokens.ts';
import type { Access } from '../http/context.ts';
import type { Queryable } from '../store/database.ts';
import { newId } from '../store/ids.ts';
import { hashOf, looksLikeSecret, newSecret, prefixOf, sameHash } from './secret.ts';

interface TokenRow {
  id: string;
  workspace_id: string;
  name: string;
  role: Role;
  hash: string;
  prefix: string;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/** How exactly a token's last use is known, in milliseconds: a write for each request costs too much. */
const LAST_USED_EXACTNESS = 60_000;

/** Compared with when no row was found, so that both cases take the same time. */
const NO_HASH = '0'.repeat(64);

export type TokenService = ReturnType<typeof createTokenService>;

/** Tokens of a workspace: create, list, revoke, recognise. Only their hashes are stored. */
export function createTokenService(deps: { database: Queryable; now?: () => Date }) {
  const { database, now = () => new Date() } = deps;

  return {
    /** The answer carries the token itself; it cannot be shown again. */
    async create(
      workspaceId: string,
      given: { name: string; role: Role; expiresAt?: Date | undefined },
    ): Promise<CreatedToken> {
      const { secret, prefix, hash } = newSecret();
      const rows = await database.query<TokenRow>(
        `INSERT INTO tokens (id, workspace_id, name, role, hash, prefix, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING *`,
        [newId('tok'), workspaceId, given.name, given.role, hash, prefix, given.expiresAt ?? null],
      );
      const [row] = rows;
      if (!row) throw new Error('The token was not stored');
      return { ...asToken(row), secret };
    },

    /** From the newest to the oldest, revoked ones included. */
    async list(workspaceId: string): Promise<Token[]> {
      const rows = await database.query<TokenRow>(
        'SELECT * FROM tokens WHERE workspace_id = $1 ORDER BY created_at DESC, id',
        [workspaceId],
      );
      return rows.map(asToken);
    },

    /** Refuses the token from now on; null when the workspace has no such token. */
    async revoke(workspaceId: string, id: string): Promise<Token | null> {
      const rows = await database.query<TokenRow>(
        `UPDATE tokens SET revoked_at = coalesce(revoked_at, now())
          WHERE workspace_id = $1 AND id = $2 RETURNING *`,
        [workspaceId, id],
      );
      return rows[0] ? asToken(rows[0]) : null;
    },

    /** Who a token is; null when it is unknown, revoked or expired. */
    async authenticate(secret: string): Promise<Access | null> {
      const known = looksLikeSecret(secret);
      const rows = known
        ? await database.query<TokenRow>('SELECT * FROM tokens WHERE prefix = $1', [
            prefixOf(secret),
          ])
        : [];
      const [row] = rows;
      const same = sameHash(hashOf(secret), row?.hash ?? NO_HASH);
      if (!row || !same || row.revoked_at) return null;
      const time = now();
      if (row.expires_at && row.expires_at <= time) return null;
      if (!row.last_used_at || time.getTime() - row.last_used_at.getTime() >= LAST_USED_EXACTNESS) {
        await database.query('UPDATE tokens SET last_used_at = $2 WHERE id = $1', [row.id, time]);
      }
      return {
        workspaceId: row.workspace_id,
        tokenId: row.id,
        tokenName: row.name,
        role: row.role,
      };
    },
  };
}

function asToken(row: TokenRow): Token {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    hint: `rc_${row.prefix}…`,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
