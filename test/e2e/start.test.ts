import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf } from './support/api.ts';

const START = fileURLToPath(new URL('../../server/cli/start.ts', import.meta.url));

describe('npm start', () => {
  let data: string;
  const running: (() => Promise<void>)[] = [];

  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'rowcheck-start-'));
  });

  afterAll(async () => {
    for (const stop of running) await stop();
    rmSync(data, { recursive: true, force: true });
  });

  /** Starts it without a browser and answers what it says up to a line. */
  async function start(until: string, ...args: string[]): Promise<string> {
    const child = spawn(process.execPath, [START, '--no-browser', ...args], {
      env: { ...process.env, ROWCHECK_DATA: data, ROWCHECK_PORT: '18787' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    running.push(async () => {
      child.kill('SIGINT');
      await closed;
    });
    let said = '';
    for await (const text of child.stdout
      .setEncoding('utf8')
      .iterator({ destroyOnReturn: false })) {
      said += text;
      if (said.includes(until)) break;
    }
    child.stdout.resume();
    return said;
  }

  function connectionIn(said: string): { origin: string; token: string } {
    const link = new URLSearchParams(/connect=\S+/.exec(said)?.[0]);
    return { origin: link.get('connect') ?? '', token: link.get('token') ?? '' };
  }

  test('says the address, a token that works, how to load the extension, and a connect link', async () => {
    const said = await start('Ctrl+C', '--sample-directory');
    const connection = connectionIn(said);
    expect(connection.origin).toBe('http://127.0.0.1:18787');
    expect(said).toContain(`token    ${connection.token}`);
    expect(said).toContain('Load unpacked');
    const directory = await (await apiOf(connection).send('/v1/directory')).json();
    expect(directory).toMatchObject({ teams: [{ id: 'team_1' }, {}, {}, {}] });
  });

  test('a second start says the same of the one that runs', async () => {
    const said = await start('connect=');
    expect(said).toContain('runs already');
    const answer = await apiOf(connectionIn(said)).send('/v1/session');
    expect(answer.status).toBe(200);
  });
});
