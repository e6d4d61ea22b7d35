import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../../server/store/lock-file.ts';
import { openPglite } from '../../../server/store/pglite.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowcheck-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a script in another Node until it prints a line, and answers that line. */
async function inAnotherProcess(script: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, line: line.toString().trim() };
}

const lockModule = new URL('../../../server/store/lock-file.ts', import.meta.url).href;
const takeAndStay = () => `
  import { lockFolder } from ${JSON.stringify(lockModule)};
  await lockFolder(${JSON.stringify(folder)}).then(() => console.log('taken'), (error) => console.log(error.message));
  process.stdin.resume();
`;

test('a second process is told which process holds which folder', async () => {
  const { child, line } = await inAnotherProcess(takeAndStay());
  expect(line).toBe('taken');
  const error = await openPglite(folder).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FolderInUse);
  expect((error as Error).message).toContain(`${folder} is in use by process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('the lock of a killed process is taken over', async () => {
  const { child } = await inAnotherProcess(takeAndStay());
  child.kill('SIGKILL');
  await once(child, 'exit');
  const unlock = await lockFolder(folder);
  await unlock();
  expect(await readdir(folder)).toEqual([]);
});

test('this process cannot take its own folder twice', async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUse);
  await unlock();
  await (await lockFolder(folder))();
});

test('a lock left by an earlier process of the same number is stale', async () => {
  // Process 1 lives everywhere, but it did not start at this moment.
  await writeFile(join(folder, 'rowcheck.lock'), '1\n999999999999\n');
  await (await lockFolder(folder))();
});

test('an unreadable lock is taken over', async () => {
  await writeFile(join(folder, 'rowcheck.lock'), '');
  await (await lockFolder(folder))();
});

test('of many that find a stale lock exactly one takes it', async () => {
  await writeFile(join(folder, 'rowcheck.lock'), '1\n999999999999\n');
  const racers = await Promise.all(
    Array.from({ length: 6 }, () => inAnotherProcess(takeAndStay())),
  );
  expect(racers.filter(({ line }) => line === 'taken')).toHaveLength(1);
  for (const { child } of racers) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

test('what was written is there after closing and opening again', async () => {
  const first = await openPglite(folder);
  await first.exec(`CREATE TABLE kept (n integer); INSERT INTO kept VALUES (7)`);
  await first.close();
  const second = await openPglite(folder);
  expect(await second.query('SELECT n FROM kept')).toEqual([{ n: 7 }]);
  await second.close();
});
