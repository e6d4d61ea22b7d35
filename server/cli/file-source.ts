import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../../shared/bytes/source.ts';
import { fileSource } from '../uploads/file-source.ts';
import { CallError } from './command.ts';

/** @throws CallError when there is no such file or it may not be read */
export async function openFile(path: string): Promise<ByteSource> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new CallError(unreadable(path, 'EISDIR'));
    if (!found.isFile()) throw new CallError(unreadable(path, 'ESPIPE'));
    await access(path, constants.R_OK);
    return await fileSource(path, basename(path));
  } catch (error) {
    if (error instanceof CallError) throw error;
    throw new CallError(unreadable(path, (error as NodeJS.ErrnoException).code), { cause: error });
  }
}

function unreadable(path: string, code: string | undefined): string {
  if (code === 'ENOENT') return `There is no file ${path}. Check the name and the folder.`;
  if (code === 'EACCES' || code === 'EPERM') return `You may not read ${path}. Ask its owner.`;
  if (code === 'EISDIR') return `${path} is a folder. Name a file in it.`;
  if (code === 'ESPIPE') return `${path} is a pipe or a device. Save it as a file first.`;
  return `${path} cannot be read (${code ?? 'unknown reason'}).`;
}
