import { fileURLToPath } from 'node:url';
import { createLog } from '../http/log.ts';
import { type RunningServer, startServer } from '../serve.ts';
import { FolderInUse } from '../store/lock-file.ts';
import { readArguments } from './arguments.ts';
import { BUILD, ensureBuild } from './build.ts';
import { findChromium } from './chromium.ts';
import { CallError, type Command, type Terminal, wrongCall } from './command.ts';
import { teams, users } from './directory.ts';
import { keptToken, sayFirstToken } from './kept-token.ts';
import { runCommand, runProcess } from './main.ts';
import { connectFragment, hasDisplay, openBrowser } from './open-browser.ts';
import { aborted, startInWords } from './serve.ts';
import { configOf, localOrigin } from './server-address.ts';

/**
 * `npm start`: builds the extension where needed, starts the server on the store in the data folder,
 * and opens a browser that is connected already where there is one to open.
 */
const start: Command = {
  usage: `npm start [-- --sample-directory] [-- --no-browser]

Builds the extension, starts the server and says how to connect.
  --sample-directory   adds a few sample users and teams, for trying the sample files
  --no-browser         does not open a browser`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      'sample-directory': { type: 'boolean' },
      'no-browser': { type: 'boolean' },
    });
    if (positionals.length > 0) throw wrongCall(`There is no "${positionals[0]}" to start.`);
    const { out, env, signal } = terminal;
    await out.line('Building the extension, if anything changed …');
    await ensureBuild();
    if (values['sample-directory']) await addSamples(terminal);

    const config = configOf(env);
    const server = await startServer(config, { log: errorsOnly }).catch((error: unknown) => {
      // A second `npm start` is a question, not a mistake: how do I connect?
      if (error instanceof FolderInUse) return null;
      throw startInWords(error);
    });
    const firstToken = server?.firstToken ?? null;
    if (firstToken) await sayFirstToken(config, firstToken);
    const origin = server?.url ?? localOrigin(config);
    const token = firstToken ?? (await keptToken(config.dataFolder));
    await out.line(server ? `Rowcheck listens on ${origin}` : `Rowcheck runs already on ${origin}`);
    await out.line(howToConnect(origin, token));
    if (!server) return 0;
    await untilStopped(server, terminal, async () => {
      const chromium = values['no-browser'] || !hasDisplay() ? null : findChromium();
      if (!chromium || !token) return;
      await out.line('Opening a browser with the extension loaded and connected …');
      const browser = openBrowser({ chromium, dataFolder: config.dataFolder, origin, token });
      signal.addEventListener('abort', () => browser.kill(), { once: true });
    });
    return 0;
  },
};

async function untilStopped(
  server: RunningServer,
  { out, signal }: Terminal,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
    await out.line('Ctrl+C stops the server.');
    await aborted(signal);
  } finally {
    await server.close();
  }
}

function howToConnect(origin: string, token: string | null): string {
  const load = `To load the extension in Chrome, Edge or Chromium:
  open chrome://extensions, switch on "Developer mode", choose "Load unpacked" and the folder
  ${BUILD}`;
  if (!token) {
    return `\n${load}\n\nThe first token was shown once and is not kept here; make one with: npm run -s rowcheck -- token create\n`;
  }
  return `
  address  ${origin}
  token    ${token}

${load}
Then open the settings of Rowcheck and paste this connect link:
  ${connectFragment({ origin, token })}
`;
}

/** The sample people and teams that the sample files name. */
async function addSamples(terminal: Terminal): Promise<void> {
  for (const [name, command] of Object.entries({ users, teams })) {
    const path = fileURLToPath(
      new URL(`../../test/fixtures/directory/${name}.csv`, import.meta.url),
    );
    const code = await runCommand(command, ['import', path], terminal);
    if (code !== 0) throw new CallError(`The sample ${name} could not be added.`);
  }
}

/** A person started it at a terminal; requests and starts are no news there. */
const errorsOnly = { ...createLog((line) => process.stderr.write(`${line}\n`)), info: () => {} };

await runProcess((terminal) => runCommand(start, process.argv.slice(2), terminal));
