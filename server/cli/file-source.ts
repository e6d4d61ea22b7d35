import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../../shared/bytes/source.ts';
import { CallError } from './command.ts';

/** A file on disk as the engine reads it, open until `close`. */
export interface FileSource extends ByteSource, AsyncDisposable {
  readonly path: string;
}

/** @throws CallError when there is no such file or it may not be read */
export async function openFile(path: string): Promise<FileSource> {
  const handle = await openHandle(path);
  const { size } = await handle.stat();
  return {
    path,
    name: basename(path),
    size,
    read: async (start, end) => {
      const from = Math.min(Math.max(start, 0), size);
      const bytes = Buffer.allocUnsafe(Math.max(Math.min(end, size) - from, 0));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, from + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    },
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

async function openHandle(path: string): Promise<FileHandle> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'r');
    if ((await handle.stat()).isFile()) return handle;
  } catch (error) {
    await handle?.close();
    throw new CallError(unreadable(path, (error as NodeJS.ErrnoException).code), { cause: error });
  }
  await handle.close();
  throw new CallError(`${path} is a folder, not a file. Name a file in it.`);
}

function unreadable(path: string, code: string | undefined): string {
  if (code === 'ENOENT') return `There is no file ${path}. Check the name and the folder.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read by you.`;
  if (code === 'EISDIR') return `${path} is a folder, not a file. Name a file in it.`;
  return `${path} cannot be read (${code ?? 'unknown reason'}).`;
}
