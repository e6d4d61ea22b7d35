import { recordTypeListSchema } from '../../shared/contract/record-types.ts';
import { builtinRecordTypes } from '../../shared/record-types/builtin.ts';
import { type RecordType, recordTypeSchema } from '../../shared/record-types/record-type.ts';
import { createRecordTypeService } from '../record-types/service.ts';
import { readArguments } from './arguments.ts';
import { type Command, wrongCall } from './command.ts';
import { readSchema } from './options.ts';
import { type Ways, withStoreOrServer } from './store.ts';

interface Types {
  list(): Promise<RecordType[]>;
  add(recordType: RecordType): Promise<RecordType>;
}

const ways: Ways<Types> = {
  onStore({ database, workspaceId }) {
    const service = createRecordTypeService({ database, builtin: builtinRecordTypes });
    return {
      list: () => service.list(workspaceId),
      add: (recordType) => service.add(workspaceId, recordType),
    };
  },
  throughServer: ({ call, json }) => ({
    list: async () => (await call(recordTypeListSchema, '/v1/record-types')).recordTypes,
    add: (recordType) =>
      call(recordTypeSchema, '/v1/record-types', { method: 'POST', ...json(recordType) }),
  }),
};

/** `rowcheck types`: what rows can become. */
export const types: Command = {
  usage: `rowcheck types list
rowcheck types add FILE
  --server URL --token T   through that server; else the data folder here, or the server that runs on it

FILE is a Table Schema in JSON. Adding one of a known name makes its next version.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      server: { type: 'string' },
      token: { type: 'string' },
    });
    const [action, path, ...more] = positionals;
    if (action === 'list' && path === undefined) {
      return withStoreOrServer(values, terminal, ways, async (service) => {
        for (const type of await service.list()) await terminal.out.line(describeType(type));
        return 0;
      });
    }
    if (action !== 'add' || path === undefined || more.length > 0) {
      throw wrongCall('Say: rowcheck types list, or rowcheck types add FILE');
    }
    const recordType = await readSchema(path);
    return withStoreOrServer(values, terminal, ways, async (service) => {
      await terminal.out.line(describeType(await service.add(recordType)));
      return 0;
    });
  },
};

function describeType({ name, version, title, fields }: RecordType): string {
  return [
    name,
    `version ${version ?? 1}`,
    `${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`,
    title ?? '',
  ]
    .join('\t')
    .trimEnd();
}
