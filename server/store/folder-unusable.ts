/** Thrown when the embedded database cannot live in the data folder; the message names the way out. */
export class FolderUnusable extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'FolderUnusable';
  }
}

/** WASI's numbers, which PGlite's own file system throws (wasi-libc, `__wasi_errno_t`). */
const WASI: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  29: 'EIO',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

/** PostgreSQL's own (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const DISK_FULL = '53100';

/**
 * What the file system said about the folder, in words; any other error as it came.
 *
 * @param folder the data folder
 */
export function folderProblem(folder: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new FolderUnusable(
      `The data folder ${folder} cannot be made: a file of this name, or of a folder within or above it, is in the way. Name a folder with ROWCHECK_DATA.`,
      error,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new FolderUnusable(
      `The data folder ${folder} cannot be written by this user. Change who may write there, or choose another folder with ROWCHECK_DATA.`,
      error,
    );
  }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === DISK_FULL) {
    return new FolderUnusable(
      `The disk that holds the data folder ${folder} is full. Make room there, or choose a folder on another disk with ROWCHECK_DATA.`,
      error,
    );
  }
  if (code === 'EIO' || code === 'ENOENT' || code === 'ENAMETOOLONG' || code === 'ELOOP') {
    return new FolderUnusable(
      `The data folder ${folder} cannot be used: its disk or its path is no good. Choose another folder with ROWCHECK_DATA.`,
      error,
    );
  }
  return error;
}

/** @param database the folder that PGlite could not read as a database */
export function damaged(database: string, error: unknown): FolderUnusable {
  return new FolderUnusable(
    `The database in ${database} cannot be opened: it is damaged, or of another version of PostgreSQL. Put a copy of it that works in its place, or choose another folder with ROWCHECK_DATA.`,
    error,
  );
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { name, code, errno } = error as { name?: unknown; code?: unknown; errno?: unknown };
  if (typeof code === 'string') return code;
  return name === 'ErrnoError' && typeof errno === 'number' ? WASI[errno] : undefined;
}
