import { type Config, ConfigError, readConfig } from '../config.ts';
import type { ServerAddress } from './api-client.ts';
import { CallError } from './command.ts';
import { keptToken } from './kept-token.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of the environment, with a wrong one as a sentence. */
export function configOf(env: Environment): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) throw new CallError(error.message, { cause: error });
    throw error;
  }
}

/** Where the server of this machine listens, by the settings. */
export function localOrigin({ host, port }: Pick<Config, 'host' | 'port'>): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/**
 * The server and the token that a call means: its options, then the environment, then this machine.
 *
 * @throws CallError when it is no address, or no token is known
 */
export async function serverAddress(
  given: { server?: string | undefined; token?: string | undefined },
  env: Environment,
): Promise<ServerAddress> {
  const config = configOf(env);
  const local = localOrigin(config);
  const origin = originOf(given.server ?? env.ROWCHECK_SERVER ?? local);
  const token =
    given.token ??
    env.ROWCHECK_TOKEN ??
    // The kept token belongs to this machine's server; no other server may see it.
    (origin === local ? await keptToken(config.dataFolder) : null);
  if (token) return { origin, token };
  throw new CallError(
    `A token for ${origin} is needed: give it with --token or ROWCHECK_TOKEN. An administrator makes one with "rowcheck token create".`,
  );
}

/**
 * The server that runs here on the data folder of the settings, and the token for it; null when no
 * token is known.
 */
export async function localAddress(
  token: string | undefined,
  env: Environment,
): Promise<ServerAddress | null> {
  const config = configOf(env);
  const origin = localOrigin(config);
  // A token that the environment gives together with another server is that server's alone.
  const elsewhere = env.ROWCHECK_SERVER !== undefined && originOf(env.ROWCHECK_SERVER) !== origin;
  const given = token ?? (elsewhere ? undefined : env.ROWCHECK_TOKEN);
  const known = given ?? (await keptToken(config.dataFolder));
  return known ? { origin, token: known } : null;
}

function originOf(address: string): string {
  if (URL.canParse(address)) {
    const url = new URL(address);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.origin;
  }
  throw new CallError(
    `"${address}" is no address of a server. It looks like http://127.0.0.1:8787.`,
  );
}
