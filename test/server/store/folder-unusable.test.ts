import { expect, test } from 'vitest';
import { FolderUnusable, folderProblem } from '../../../server/store/folder-unusable.ts';

test.each([
  [{ code: 'ENOTDIR' }, 'is in the way'],
  [{ code: 'EACCES' }, 'cannot be written'],
  [{ code: 'ENOSPC' }, 'is full'],
  [{ code: '53100' }, 'is full'],
  // What PGlite's file system throws: no Error, and WASI's number.
  [{ name: 'ErrnoError', errno: 51 }, 'is full'],
  [{ name: 'ErrnoError', errno: 2 }, 'cannot be written'],
])('%o is said in words with the folder and the way out', (error, words) => {
  const problem = folderProblem('/data/here', error);
  if (!(problem instanceof FolderUnusable)) throw new Error('It came back as it was');
  expect(problem.message).toContain('/data/here');
  expect(problem.message).toContain(words);
  expect(problem.message).toContain('ROWCHECK_DATA');
  expect(problem.cause).toBe(error);
});

test('any other error comes back as it was', () => {
  const errors = [new Error('a mistake of ours'), { name: 'ErrnoError', errno: 28 }, null];
  for (const error of errors) expect(folderProblem('/data', error)).toBe(error);
});
