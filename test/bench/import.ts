import { basename, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { importSchema } from '../../shared/contract/imports.ts';
import { rowcheck, startServer } from '../e2e/support/running-server.ts';
import type { Generated } from './generate.ts';
import { type Figure, timed } from './measure.ts';
import { startPostgres } from './postgres.ts';

const COPY = 'records_copied';
/** Everything of a record but its identity, which the table gives. */
const COLUMNS =
  'workspace_id, record_type, match_key, data, owner, team, import_id, source_row, created_at, updated_at';

/** A table of the same columns and indexes, filled by `COPY` with the same rows. */
const EMPTY_TWIN = `CREATE TABLE ${COPY} (LIKE records INCLUDING ALL)`;

/** Imports the generated file on the embedded store, beside `COPY` of the same rows into its twin. */
export async function benchImportOnPglite(generated: Generated): Promise<Figure> {
  const { seconds, data, dispose } = await importAll(generated, {});
  try {
    const pglite = await PGlite.create(join(data, 'database'));
    await pglite.exec(EMPTY_TWIN);
    const out = await pglite.query(`COPY records (${COLUMNS}) TO '/dev/blob'`);
    if (!out.blob) throw new Error('PGlite copied nothing out');
    const { blob } = out;
    const copied = await timed(() =>
      pglite.query(`COPY ${COPY} (${COLUMNS}) FROM '/dev/blob'`, [], { blob }),
    );
    await pglite.close();
    return figure('PGlite', generated, seconds, copied.seconds);
  } finally {
    await dispose();
  }
}

/** The same on PostgreSQL. */
export async function benchImportOnPostgres(generated: Generated): Promise<Figure> {
  await using postgres = await startPostgres();
  const { seconds, dispose } = await importAll(generated, { DATABASE_URL: postgres.url });
  await dispose();
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    const {
      rows: [where],
    } = await client.query<{ folder: string }>(
      "SELECT current_setting('data_directory') AS folder",
    );
    const file = `${where?.folder}/records.copy`;
    await client.query(EMPTY_TWIN);
    await client.query(`COPY records (${COLUMNS}) TO '${file}'`);
    const copied = await timed(() => client.query(`COPY ${COPY} (${COLUMNS}) FROM '${file}'`));
    return figure('PostgreSQL', generated, seconds, copied.seconds);
  } finally {
    await client.end();
  }
}

/** From the first row to the last, as the server itself timed it; upload and queueing left out. */
async function importAll({ file, expected }: Generated, env: Record<string, string>) {
  const server = await startServer({ directory: 'generated', env });
  const address = ['--server', server.origin, '--token', server.token];
  const { out, err } = await rowcheck(
    ['import', file, '--type', 'contact', '--wait', '--json', ...address],
    env,
  );
  if (out === '') throw new Error(`The import of ${basename(file)} did not run: ${err}`);
  const landed = importSchema.parse(JSON.parse(out));
  if (landed.status !== 'Completed' || landed.results?.total !== expected.rows) {
    throw new Error(`The import is wrong: ${JSON.stringify({ ...landed, causes: [] })}`);
  }
  await server.stop();
  const took = Date.parse(landed.finishedAt ?? '') - Date.parse(landed.startedAt ?? '');
  return { seconds: took / 1000, data: server.data, dispose: () => server.dispose() };
}

function figure(name: string, { expected }: Generated, ours: number, copy: number): Figure {
  return {
    name: `import of ${expected.rows} rows on ${name}`,
    ours,
    peer: { name: 'COPY of the same rows', value: copy },
    unit: 's',
  };
}
