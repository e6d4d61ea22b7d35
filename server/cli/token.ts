import type { CreateToken, Token } from '../../shared/contract/tokens.ts';
import {
  createdTokenSchema,
  createTokenSchema,
  tokenListSchema,
  tokenSchema,
} from '../../shared/contract/tokens.ts';
import { createTokenService } from '../tokens/service.ts';
import { readArguments } from './arguments.ts';
import { CallError, type Command, wrongCall } from './command.ts';
import { type Ways, withStoreOrServer } from './store.ts';

/** What can be done with tokens, on the store itself or through a running server. */
interface Tokens {
  create(given: CreateToken): Promise<Token & { secret: string }>;
  list(): Promise<Token[]>;
  revoke(id: string): Promise<Token | null>;
}

const ways: Ways<Tokens> = {
  onStore({ database, workspaceId }) {
    const service = createTokenService({ database });
    return {
      create: ({ expiresAt, ...given }) =>
        service.create(workspaceId, {
          ...given,
          expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
        }),
      list: () => service.list(workspaceId),
      revoke: (id) => service.revoke(workspaceId, id),
    };
  },
  throughServer: ({ call, json }) => ({
    create: (given) => call(createdTokenSchema, '/v1/tokens', { method: 'POST', ...json(given) }),
    list: async () => (await call(tokenListSchema, '/v1/tokens')).tokens,
    revoke: (id) => call(tokenSchema, `/v1/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' }),
  }),
};

/** `rowcheck token`: who may use the server. */
export const token: Command = {
  usage: `rowcheck token create --name NAME [--role viewer|importer|admin]
rowcheck token list
rowcheck token revoke ID
  --server URL --token T   through that server; else the data folder here, or the server that runs on it

A token is shown once, when it is created. The role is importer unless another is given.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      name: { type: 'string' },
      role: { type: 'string' },
      server: { type: 'string' },
      token: { type: 'string' },
    });
    const [action, ...rest] = positionals;
    if (action !== 'create' && action !== 'list' && action !== 'revoke') {
      throw wrongCall('Say create, list or revoke.');
    }
    if (rest.length !== (action === 'revoke' ? 1 : 0)) {
      throw wrongCall(
        action === 'revoke' ? 'Name the id of one token.' : `Too many words: ${rest.join(' ')}`,
      );
    }
    return withStoreOrServer(values, terminal, ways, async (tokens) => {
      if (action === 'create') {
        const given = createTokenSchema.safeParse({
          name: values.name ?? 'from the command line',
          role: values.role ?? 'importer',
        });
        if (!given.success)
          throw wrongCall('The role is viewer, importer or admin; the name has up to 100 letters.');
        const created = await tokens.create(given.data);
        await terminal.err.line(
          `${created.id}, ${created.role}, “${created.name}”. It is shown only now:`,
        );
        await terminal.out.line(created.secret);
        return 0;
      }
      if (action === 'list') {
        for (const one of await tokens.list()) await terminal.out.line(describeToken(one));
        return 0;
      }
      const [id = ''] = rest;
      if (!(await tokens.revoke(id))) {
        throw new CallError(`There is no token ${id}. "rowcheck token list" shows their ids.`);
      }
      await terminal.err.line(`${id} is refused from now on.`);
      return 0;
    });
  },
};

function describeToken(one: Token): string {
  const state = one.revokedAt
    ? `revoked ${one.revokedAt}`
    : `last used ${one.lastUsedAt ?? 'never'}`;
  return [one.id, one.hint, one.role, one.name, `created ${one.createdAt}`, state].join('\t');
}
