import { z } from 'zod';
import { teamSchema, userSchema } from '../../shared/contract/directory.ts';
import { createDirectoryService, type Imported } from '../directory/service.ts';
import { readArguments } from './arguments.ts';
import { CallError, type Command, wrongCall } from './command.ts';
import { type ListRow, readList } from './read-list.ts';
import { type OpenStore, withStoreOrServer } from './store.ts';

const importedSchema = z.object({
  added: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  removed: z.int().nonnegative(),
});

/** One of the two lists of the directory. */
interface List<T> {
  name: 'users' | 'teams';
  columns: { required: readonly string[]; optional: readonly string[] };
  schema: z.ZodType<T>;
  store(open: OpenStore, entries: T[]): Promise<Imported>;
}

/** `rowcheck users`: people that a row may name as its owner. */
export const users: Command = directoryCommand({
  name: 'users',
  columns: { required: ['id', 'name'], optional: ['email'] },
  schema: userSchema,
  store: ({ database, workspaceId }, entries) =>
    createDirectoryService({ database }).importUsers(workspaceId, entries),
});

/** `rowcheck teams`: teams that a row may name. */
export const teams: Command = directoryCommand({
  name: 'teams',
  columns: { required: ['id', 'name'], optional: [] },
  schema: teamSchema,
  store: ({ database, workspaceId }, entries) =>
    createDirectoryService({ database }).importTeams(workspaceId, entries),
});

function directoryCommand<T>(list: List<T>): Command {
  const { name, columns } = list;
  return {
    usage: `rowcheck ${name} import FILE [--server URL --token T]

Adds and updates ${name} from a file with the columns ${[...columns.required, ...columns.optional].join(', ')}.
  --server URL --token T   through that server; else the data folder here, or the server that runs on it`,

    async run(args, terminal) {
      const { values, positionals } = readArguments(args, {
        server: { type: 'string' },
        token: { type: 'string' },
      });
      const [action, path, ...more] = positionals;
      if (action !== 'import' || path === undefined || more.length > 0) {
        throw wrongCall(`Say: rowcheck ${name} import FILE`);
      }
      const rows = await readList(path, columns, terminal.signal);
      const entries = rows.map((row) => asEntry(list, path, row));
      const { added, updated } = await withStoreOrServer<() => Promise<Imported>, Imported>(
        values,
        terminal,
        {
          onStore: (open) => () => list.store(open, entries),
          throughServer:
            ({ call, json }) =>
            () =>
              call(importedSchema, `/v1/directory/${name}`, {
                method: 'POST',
                ...json({ [name]: entries }),
              }),
        },
        (store) => store(),
      );
      await terminal.out.line(`${path}: ${added} ${name} added, ${updated} updated`);
      return 0;
    },
  };
}

function asEntry<T>({ schema, columns }: List<T>, path: string, { row, cells }: ListRow): T {
  const entry = schema.safeParse({ name: '', ...cells });
  if (entry.success && columns.required.every((name) => cells[name])) return entry.data;
  const absent = columns.required.find((name) => !cells[name]) ?? columns.required[0];
  throw new CallError(`${path}, row ${row}: the ${absent} is empty. Nothing was imported.`);
}
