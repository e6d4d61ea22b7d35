import { CannotListen } from '../http/listen.ts';
import { type Mode, NeedsPostgres, startServer } from '../serve.ts';
import { readArguments } from './arguments.ts';
import { type Command, wrongCall } from './command.ts';
import { inWords } from './in-words.ts';
import { sayFirstToken } from './kept-token.ts';
import { configOf } from './server-address.ts';

/** `rowcheck serve`: requests and imports in one process. */
export const serve = serverCommand('serve', 'Answers requests and runs imports.');

/** `rowcheck api`: requests only. */
export const api = serverCommand('api', 'Answers requests; "rowcheck worker" runs the imports.');

/** `rowcheck worker`: imports only. */
export const worker = serverCommand('worker', 'Runs imports; "rowcheck api" answers requests.');

function serverCommand(mode: Mode, purpose: string): Command {
  return {
    usage: `rowcheck ${mode}

${purpose} Settings come from the environment:
  ROWCHECK_HOST, ROWCHECK_PORT   where it listens; 127.0.0.1 and 8787
  ROWCHECK_DATA                  the data folder; .data
  DATABASE_URL                   a PostgreSQL server instead of the embedded database
Stops at Ctrl+C, after what is being written is written.`,

    async run(args, { out, err, env, signal }) {
      if (readArguments(args, {}).positionals.length > 0) throw wrongCall('Nothing follows it.');
      const config = configOf(env);
      const server = await startServer(config, { mode }).catch((error: unknown) => {
        throw startInWords(error);
      });
      try {
        if (server.firstToken) await err.line(await sayFirstToken(config, server.firstToken));
        await out.line(
          server.url ? `Rowcheck listens on ${server.url}` : 'Rowcheck waits for imports to run',
        );
        await aborted(signal);
      } finally {
        await server.close();
      }
      return 0;
    },
  };
}

/** Why a server did not start, as a sentence where an administrator can put it right. */
export function startInWords(error: unknown): unknown {
  return inWords(error, [CannotListen, NeedsPostgres]);
}

/** Resolves once the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
