import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptToken } from '../../../server/cli/kept-token.ts';
import { readConfig } from '../../../server/config.ts';
import { silent } from '../../../server/http/log.ts';
import { startServer } from '../../../server/serve.ts';
import { call, fixture } from './call.ts';

describe('commands on the store', () => {
  let data: string;
  let env: Record<string, string>;
  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'rowcheck-cli-'));
    env = { ROWCHECK_DATA: data, ROWCHECK_PORT: '0' };
  });
  afterAll(() => rmSync(data, { recursive: true }));

  test('users and teams are added, then updated', async () => {
    const path = fixture('directory/users.csv');
    expect((await call(['users', 'import', path], env)).out).toContain('4 users added, 0 updated');
    expect((await call(['users', 'import', path], env)).out).toContain('0 users added, 4 updated');
    const teams = await call(['teams', 'import', fixture('directory/teams.csv')], env);
    expect([teams.code, teams.out]).toEqual([0, expect.stringContaining('4 teams added')]);
  });

  test('a list without its columns or with an empty id is refused whole', async () => {
    const wrong = await call(['teams', 'import', fixture('contacts/contacts-clean.csv')], env);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('id and name')]);
    const path = join(data, 'teams.csv');
    writeFileSync(path, 'id,name\nteam_8,A\n,B\n');
    const empty = await call(['teams', 'import', path], env);
    expect([empty.code, empty.err]).toEqual([2, expect.stringContaining('row 3: the id is empty')]);
  });

  test('a token is created, listed and revoked; the first one is kept for its owner alone', async () => {
    const created = await call(['token', 'create', '--name', 'CI', '--role', 'viewer'], env);
    expect(created.out).toMatch(/^rc_\S{43}\n$/);
    const listed = await call(['token', 'list'], env);
    const [id = ''] =
      listed.out
        .split('\n')
        .find((line) => line.includes('\tCI\t'))
        ?.split('\t') ?? [];
    expect((await call(['token', 'revoke', id], env)).code).toBe(0);
    expect((await call(['token', 'list'], env)).out).toMatch(/\tCI\t.*revoked/);
    expect((await call(['token', 'revoke', 'nope'], env)).code).toBe(2);
    expect(await keptToken(data)).toMatch(/^rc_/);
    expect(statSync(join(data, 'first-token')).mode & 0o777).toBe(0o600);
  });

  test('record types are listed and added', async () => {
    expect((await call(['types', 'list'], env)).out).toMatch(/^company\t.*\ncontact\t.*\ndeal\t/);
    const path = join(data, 'type.json');
    writeFileSync(path, JSON.stringify({ name: 'desk', fields: [{ name: 'id' }] }));
    expect((await call(['types', 'add', path], env)).out).toBe('desk\tversion 1\t1 field\n');
    writeFileSync(path, JSON.stringify({ name: 'desk', fields: [] }));
    const wrong = await call(['types', 'add', path], env);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('fields')]);
  });

  describe('while a server runs', () => {
    let server: Awaited<ReturnType<typeof startServer>>;
    let through: string[];
    beforeAll(async () => {
      server = await startServer(readConfig(env), { log: silent });
      through = ['--server', server.url ?? '', '--token', (await keptToken(data)) ?? ''];
    });
    afterAll(() => server?.close());

    test('the commands on its data folder go through it by themselves', async () => {
      const here = { ...env, ROWCHECK_PORT: new URL(server.url ?? '').port };
      const [users, tokens, types] = [
        await call(['users', 'import', fixture('directory/users.csv')], here),
        await call(['token', 'list'], here),
        await call(['types', 'list'], here),
      ];
      expect([users.code, users.out]).toEqual([0, expect.stringContaining('4 updated')]);
      expect([tokens.code, tokens.out]).toEqual([0, expect.stringContaining('first token')]);
      expect([types.code, types.out]).toEqual([0, expect.stringContaining('desk')]);
      // A token that is given wins over the kept one.
      const wrong = `rc_${'x'.repeat(43)}`;
      expect((await call(['token', 'list', '--token', wrong], here)).code).toBe(2);
      expect((await call(['token', 'list'], { ...here, ROWCHECK_TOKEN: wrong })).code).toBe(2);
      const away = { ...here, ROWCHECK_TOKEN: wrong, ROWCHECK_SERVER: 'http://rowcheck.example' };
      expect((await call(['token', 'list'], away)).code).toBe(0);
    });

    test('where it cannot be asked, the folder is refused and the way is named', async () => {
      const inUse = expect.stringMatching(/^A server \(process \d+\) is using .* with --server/);
      // It does not listen where the settings say.
      const elsewhere = await call(['token', 'list'], env);
      expect([elsewhere.code, elsewhere.err]).toEqual([2, inUse]);
      const kept = join(data, 'first-token');
      renameSync(kept, `${kept}.away`);
      try {
        const here = { ...env, ROWCHECK_PORT: new URL(server.url ?? '').port };
        const unknown = await call(['token', 'list'], here);
        expect([unknown.code, unknown.err]).toEqual([2, inUse]);
      } finally {
        renameSync(`${kept}.away`, kept);
      }
    });

    test('tokens, people and types are reached through it', async () => {
      expect((await call(['token', 'list', ...through], env)).out).toContain('first token');
      const users = await call(
        ['users', 'import', fixture('directory/users.csv'), ...through],
        env,
      );
      expect(users.out).toContain('4 updated');
      expect((await call(['types', 'list', ...through], env)).out).toContain('desk');
    });

    test('import checks, uploads, waits and says the results', async () => {
      const path = fixture('contacts/contacts-every-cause.csv');
      const { code, out, err } = await call(
        ['import', path, '--type', 'contact', '--wait', ...through],
        env,
      );
      expect(code).toBe(1);
      expect(err).toContain('7 of 27 rows are ready, 20 have errors, 1 blank row is left out');
      expect(out).toContain('Total Records 27, Successes 7, Errors 20');
      expect(out).toContain('team_9');
    });

    test('import of the ready rows alone predicts no errors', async () => {
      const plan = join(data, 'plan.json');
      writeFileSync(plan, JSON.stringify({ recordType: 'contact', badRows: 'exclude' }));
      const file = join(data, 'ready.csv');
      writeFileSync(file, 'Last name,E-mail\nReady,ready@example.com\nBad,no address\n');
      const { code, out } = await call(
        ['import', file, '--plan', plan, '--wait', '--json', ...through],
        env,
      );
      expect([code, JSON.parse(out)]).toMatchObject([
        0,
        { results: { total: 1, errors: 0 }, prediction: { ready: 1, error: 0, held: true } },
      ]);
    });

    test('import refuses a file that cannot be read before it is uploaded', async () => {
      const path = fixture('bad-input/picture.csv');
      const { code, err } = await call(['import', path, '--type', 'contact', ...through], env);
      expect([code, err]).toEqual([2, expect.stringContaining('was not uploaded')]);
    });

    test('a wrong token and a wrong address are said in words', async () => {
      const wrong = ['--server', server.url ?? '', '--token', `rc_${'x'.repeat(43)}`];
      const token = await call(['token', 'list', ...wrong], env);
      expect([token.code, token.err]).toEqual([2, expect.stringMatching(/token/i)]);
      const away = await call(
        ['token', 'list', '--server', 'http://127.0.0.1:9', '--token', 'x'],
        env,
      );
      expect([away.code, away.err]).toEqual([2, expect.stringContaining('No server answers')]);
    });
  });
});

describe('a data folder that is no good is said in words', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rowcheck-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a file in its place', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')]) {
      for (const args of [['types', 'list'], ['serve']]) {
        const { code, err } = await call(args, { ROWCHECK_DATA: path, ROWCHECK_PORT: '0' });
        expect(code).toBe(2);
        expect(err).toContain(`The data folder ${path} cannot be made`);
        expect(err).toContain('ROWCHECK_DATA');
      }
    }
  });

  test('a damaged database, whose folder is free again afterwards', async () => {
    const database = join(folder, 'database');
    mkdirSync(database);
    writeFileSync(join(database, 'PG_VERSION'), 'hi');
    for (const args of [['types', 'list'], ['serve']]) {
      const { code, err } = await call(args, { ROWCHECK_DATA: folder, ROWCHECK_PORT: '0' });
      expect(code).toBe(2);
      expect(err).toContain(`The database in ${database} cannot be opened: it is damaged`);
    }
    expect(existsSync(join(folder, 'rowcheck.lock'))).toBe(false);
  });
});
