import { CallError, type Command, type Terminal } from './command.ts';
import { createOutput, ReaderGone } from './output.ts';

/** Loaded when asked for: `check` must not wait for the database. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check.ts')).check,
  rows: async () => (await import('./rows.ts')).rows,
  import: async () => (await import('./import.ts')).importFile,
  serve: async () => (await import('./serve.ts')).serve,
  api: async () => (await import('./serve.ts')).api,
  worker: async () => (await import('./serve.ts')).worker,
  token: async () => (await import('./token.ts')).token,
  users: async () => (await import('./directory.ts')).users,
  teams: async () => (await import('./directory.ts')).teams,
  types: async () => (await import('./types.ts')).types,
};

const USAGE = `rowcheck check FILE... [--type contact | --schema schema.json] [--plan plan.json] [--json]
rowcheck rows FILE [--sheet NAME] [--plan plan.json]
rowcheck import FILE --type contact [--server URL --token T] [--wait]
rowcheck serve | api | worker
rowcheck token create|list|revoke
rowcheck users|teams import FILE
rowcheck types list|add FILE

\`rowcheck COMMAND --help\` says more of each.`;

/** Runs one call and answers its exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await (name === undefined ? terminal.err : terminal.out).line(USAGE);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    await terminal.err.line(`There is no command "${name}".\n\n${USAGE}`);
    return 2;
  }
  return runCommand(await load(), rest, terminal);
}

/** Runs one command; what the caller can put right is said on standard error. */
export async function runCommand(
  command: Command,
  args: string[],
  terminal: Terminal,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    await terminal.out.line(command.usage);
    return 0;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    if (error instanceof ReaderGone) return 0;
    if (error instanceof CallError) {
      const usage = error.showUsage ? `\n\n${command.usage}` : '';
      await terminal.err.line(`${error.message}${usage}`);
      return 2;
    }
    if (terminal.signal.aborted) return 130;
    throw error;
  }
}

/** Runs a command on the streams of this process, which ends by itself afterwards. */
export async function runProcess(work: (terminal: Terminal) => Promise<number>): Promise<void> {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // The second one ends the process the hard way.
    process.once(signal, () => stopped.abort(new Error(signal)));
  }
  // Only the code is set: the process ends by itself once everything written was taken.
  process.exitCode = await work({
    out: createOutput(process.stdout),
    err: createOutput(process.stderr),
    env: process.env,
    signal: stopped.signal,
  });
}

if (import.meta.main) await runProcess((terminal) => run(process.argv.slice(2), terminal));
