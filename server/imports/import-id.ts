import { ApiProblem } from '../http/problem.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the text can be the id of an import: anything else is malformed to the database. */
export function isImportId(text: string): boolean {
  return UUID.test(text);
}

export function unknownImport(): ApiProblem {
  return new ApiProblem(
    404,
    'unknown-import',
    'There is no such import in this workspace. It may belong to another one.',
  );
}
