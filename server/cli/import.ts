import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { check } from '../../shared/check/check.ts';
import type { Import } from '../../shared/contract/imports.ts';
import { predictionOf } from '../../shared/report/prediction.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { readArguments } from './arguments.ts';
import { CallError, type Command, wrongCall } from './command.ts';
import { openFile } from './file-source.ts';
import { describeImport, describeRows } from './import-text.ts';
import { messageOf } from './issue-line.ts';
import { readPlan } from './options.ts';
import { serverAddress } from './server-address.ts';
import { uploadFile } from './upload.ts';

/** Between two looks at a running import, in milliseconds. */
const PAUSE = 400;

/** `rowcheck import`: check, upload, submit, and with `--wait` the results. */
export const importFile: Command = {
  usage: `rowcheck import FILE --type contact [--plan plan.json] [--server URL --token T] [--wait] [--json]

Checks the file, uploads it and imports it on a running server.
  --server URL   where it runs; else ROWCHECK_SERVER, else the one that "npm start" runs here
  --token T      a token that may import; else ROWCHECK_TOKEN, else the one that "npm start" keeps here
  --wait         waits for the end and prints the results
  --json         prints the import as the server answers it, as one JSON object
Exit code: 0; with --wait 1 when rows failed; 2 when the file or the import failed as a whole.`,

  async run(args, { out, err, env, signal }) {
    const { values, positionals } = readArguments(args, {
      type: { type: 'string' },
      plan: { type: 'string' },
      server: { type: 'string' },
      token: { type: 'string' },
      wait: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw wrongCall('Name one file.');
    const plan = values.plan === undefined ? {} : await readPlan(values.plan);
    const recordType = values.type ?? plan.recordType;
    if (recordType === undefined) throw wrongCall('Say what the rows become, e.g. --type contact.');

    const address = await serverAddress(values, env);
    const client = createApiClient(address, signal);
    const [recordTypes, directory] = await Promise.all([client.recordTypes(), client.directory()]);
    if (!recordTypes.some((type) => type.name === recordType)) {
      const known = recordTypes.map((type) => type.name).join(', ');
      throw new CallError(`The server has no record type "${recordType}". It has ${known}.`);
    }

    const source = await openFile(path);
    const report = await check(source, {
      recordTypes,
      given: { ...plan, recordType },
      reference: {
        users: new Set(directory.users.map((user) => user.id)),
        teams: new Set(directory.teams.map((team) => team.id)),
      },
      signal,
    });
    if (report.refusal) {
      await err.line(`${path} was not uploaded: ${messageOf(report.refusal)}`);
      return 2;
    }
    await err.line(`${path}: ${describeRows(report.rows)}`);
    const uploadId = await uploadFile(address, source, { signal });
    const created = await client.createImport(randomUUID(), {
      uploadId,
      fileName: source.name,
      plan: report.plan,
      prediction: predictionOf(report, report.plan.badRows),
    });
    await err.line(`submitted as ${created.id}`);
    const current = values.wait ? await ended(client, created, signal) : created;
    await out.write(values.json ? `${JSON.stringify(current)}\n` : describeImport(current));
    if (!values.wait || current.outcome === 'success') return 0;
    return current.outcome === 'partial' ? 1 : 2;
  },
};

async function ended(client: ApiClient, created: Import, signal: AbortSignal): Promise<Import> {
  let current = created;
  while (current.status !== 'Completed' && current.status !== 'Failed') {
    await wait(PAUSE, undefined, { signal });
    current = await client.import(created.id);
  }
  return current;
}
