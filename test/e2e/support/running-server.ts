import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { BENCH_TEAMS, BENCH_USERS } from '../../bench/generate.ts';
import { fixture } from './fixtures.ts';

const CLI = fileURLToPath(new URL('../../../server/cli/main.ts', import.meta.url));

/** `rowcheck serve` in a process of its own, so that it can really be stopped and killed. */
export interface RunningServer {
  readonly origin: string;
  readonly port: number;
  /** The first token: an administrator's. */
  readonly token: string;
  readonly data: string;
  /** Ends the process as Ctrl+C does. */
  stop(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

export interface ServerOptions {
  /** Users and teams: those of the sample files (unless told otherwise) or of the generated one. */
  directory?: 'samples' | 'generated';
  env?: Record<string, string>;
}

/** Runs `rowcheck` to its end and answers what it printed. */
export async function rowcheck(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...env } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'rowcheck-data-'));
  const env = { ROWCHECK_DATA: data, ...options.env };
  let token: string | undefined;
  for (const [list, path] of Object.entries(directoryFiles(options.directory, data))) {
    const { code, err } = await rowcheck([list, 'import', path], env);
    if (code !== 0) throw new Error(`${list} could not be imported: ${err}`);
    // The first command makes the workspace and says its first token.
    token ??= /rc_[\w-]{43}/.exec(err)?.[0];
  }
  let { child, port } = await listen(env, 0);
  if (!token) throw new Error('No first token was said');
  const stop = () => ended(child);
  return {
    get origin() {
      return `http://127.0.0.1:${port}`;
    },
    get port() {
      return port;
    },
    token,
    data,
    stop,
    async restart() {
      await stop();
      ({ child, port } = await listen(env, port));
    },
    async dispose() {
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function directoryFiles(directory: ServerOptions['directory'], folder: string) {
  const lists = { users: BENCH_USERS, teams: BENCH_TEAMS };
  return Object.fromEntries(
    Object.entries(lists).map(([list, ids]) => {
      if (directory !== 'generated') return [list, fixture(`directory/${list}.csv`)];
      const path = join(folder, `${list}.csv`);
      writeFileSync(path, ['id,name', ...ids.map((id) => `${id},${id}`), ''].join('\n'));
      return [list, path];
    }),
  );
}

async function listen(env: Record<string, string>, port: number) {
  const child = spawn(process.execPath, [CLI, 'serve'], {
    env: { ...process.env, ...env, ROWCHECK_PORT: String(port) },
    stdio: ['ignore', 'pipe', process.env.ROWCHECK_TEST_LOG ? 'inherit' : 'ignore'],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line);
    if (!found) continue;
    // Whatever it says later must not fill the pipe.
    child.stdout.resume();
    return { child, port: Number(found[1]) };
  }
  throw new Error(`The server ended before it listened (code ${child.exitCode})`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await closed;
}
