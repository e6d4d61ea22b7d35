import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderProblem } from './folder-unusable.ts';

/** Thrown when another living process holds the folder. */
export class FolderInUse extends Error {
  readonly pid: number;
  readonly folder: string;

  constructor(pid: number, folder: string) {
    super(
      `The data folder ${folder} is in use by process ${pid}. Stop that process first, or choose another folder with ROWCHECK_DATA.`,
    );
    this.name = 'FolderInUse';
    this.pid = pid;
    this.folder = folder;
  }
}

/** A name of a process that outlives the reuse of its pid: on Linux the kernel's start time. */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // Field 22, counted after the command's closing bracket because a command may hold blanks.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface Holder {
  pid: number;
  start: string;
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const [pid = '', start = ''] = (await readFile(path, 'utf8')).split('\n');
    return /^\d+$/.test(pid) ? { pid: Number(pid), start } : null;
  } catch {
    return null;
  }
}

/** Locks held by this very process, which its pid alone could not tell apart. */
const held = new Set<string>();

async function isHeld(path: string, holder: Holder): Promise<boolean> {
  if (holder.pid === process.pid) return held.has(path);
  if (!isAlive(holder.pid)) return false;
  const start = await startOf(holder.pid);
  return start === '' || holder.start === '' || start === holder.start;
}

/**
 * Takes the folder for this process alone until the returned function is called. PGlite takes no
 * lock of its own, and two processes in one folder corrupt it (pglite#1106). The lock of a process
 * that died is taken over.
 *
 * @throws FolderInUse, FolderUnusable
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = await take(folder).catch((error: unknown) => {
    throw folderProblem(folder, error);
  });
  held.add(path);
  return async () => {
    held.delete(path);
    await rm(path, { force: true });
  };
}

/** Answers the path of the lock file, which is this process's from now on. */
async function take(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'rowcheck.lock');
  const mine = join(folder, `rowcheck.lock.${randomUUID()}`);
  await writeFile(mine, `${process.pid}\n${await startOf(process.pid)}\n`, { flag: 'wx' });
  try {
    for (;;) {
      try {
        // A hard link appears with its content or not at all, and fails when the name is taken.
        await link(mine, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = await readHolder(path);
      if (holder && (await isHeld(path, holder))) throw new FolderInUse(holder.pid, folder);
      await setAside(path, holder);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return path;
}

/**
 * Removes a dead process's lock. Only one of several waiters wins the rename, and one that caught a
 * lock newer than the one it judged puts it back.
 */
async function setAside(path: string, judged: Holder | null): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const caught = await readHolder(aside);
  if (caught && (caught.pid !== judged?.pid || caught.start !== judged.start)) {
    await link(aside, path).catch(() => {});
  }
  await rm(aside, { force: true });
}
