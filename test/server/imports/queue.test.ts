import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImportQueue, type ImportQueue } from '../../../server/queue/import-queue.ts';
import { stores, type TestStore } from '../stores.ts';
import { within } from '../within.ts';

describe.each(stores)('the queue on $name', ({ create }) => {
  let store: TestStore;
  let queues: ImportQueue[];

  beforeEach(async () => {
    store = await create();
    await store.database.query(`INSERT INTO workspaces (id, name) VALUES ('ws', 'A workspace')`);
    queues = [];
  });
  afterEach(async () => {
    for (const queue of queues) await queue.stop();
    await store.close();
  });

  const start = async (): Promise<ImportQueue> => {
    const queue = createImportQueue({
      database: store.database,
      onError: (error) => {
        throw error;
      },
    });
    queues.push(queue);
    await queue.start();
    return queue;
  };

  const send = (queue: ImportQueue, id: string) =>
    store.database.transaction((tx) => queue.send(tx, id));

  /** An import that nothing was asked to run. */
  const addImport = async (status = 'Uploaded'): Promise<string> => {
    const id = randomUUID();
    await store.database.query(
      `INSERT INTO imports (id, workspace_id, request_hash, upload_id, file_name, file_size,
         record_type, record_schema, plan, status, created_by, revision)
       VALUES ($1, 'ws', 'x', 'x', 'x.csv', 1, 'contact', '{}', '{}', $2, 'x', 1)`,
      [id, status],
    );
    return id;
  };

  /** Works on the queue; `next` is the next import that it is given. */
  const work = async (queue: ImportQueue, during?: (signal: AbortSignal) => Promise<void>) => {
    const given: string[] = [];
    let tell = () => {};
    await queue.work(async (id, signal) => {
      given.push(id);
      tell();
      await during?.(signal);
    });
    return {
      given,
      next: () =>
        within(
          20_000,
          'a job',
          new Promise<void>((resolve) => {
            tell = resolve;
          }),
        ),
    };
  };

  it('gives a job to a worker at once, and only when its transaction lands', async () => {
    const queue = await start();
    const worker = await work(queue);
    const undone = randomUUID();
    const rolledBack = store.database.transaction(async (tx) => {
      await queue.send(tx, undone);
      throw new Error('undone');
    });
    await expect(rolledBack).rejects.toThrow('undone');
    const id = randomUUID();
    const given = worker.next();
    const sent = performance.now();
    await send(queue, id);
    await given;
    expect(performance.now() - sent).toBeLessThan(400);
    expect(worker.given).toEqual([id]);
  });

  it('gives a job again that failed', async () => {
    const queue = await start();
    let failures = 0;
    const worker = await work(queue, async () => {
      if (failures++ === 0) throw new Error('not this time');
    });
    const id = randomUUID();
    const first = worker.next();
    await send(queue, id);
    await first;
    await worker.next();
    expect(worker.given).toEqual([id, id]);
  });

  it('tells a running job to end when the worker stops, and another worker takes it', async () => {
    const stopped = await start();
    const worker = await work(
      stopped,
      (signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const id = randomUUID();
    const given = worker.next();
    await send(stopped, id);
    await given;
    await stopped.stop();
    const heir = await work(await start());
    if (heir.given.length === 0) await heir.next();
    expect(heir.given).toEqual([id]);
  });

  it('gives the job of a worker that died to another one', async () => {
    const queue = await start();
    const id = await addImport('Processing');
    await send(queue, id);
    // As a killed process leaves it: taken, and silent for longer than is believed.
    await store.database.query(
      `UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 minute',
         heartbeat_on = now() - interval '1 minute' WHERE data->>'importId' = $1`,
      [id],
    );
    const heir = await work(queue);
    if (heir.given.length === 0) await heir.next();
    expect(heir.given).toEqual([id]);
  });

  it('asks again for open imports whose jobs are used up or lost, and for no other', async () => {
    const queue = await start();
    const lost = await addImport();
    const failed = await addImport('PostProcessing');
    await send(queue, failed);
    await store.database.query(
      `UPDATE pgboss.job SET state = 'failed' WHERE data->>'importId' = $1`,
      [failed],
    );
    const waiting = await addImport('Processing');
    await send(queue, waiting);
    await addImport('Completed');
    await addImport('Failed');
    const worker = await work(queue);
    while (worker.given.length < 3) await worker.next();
    expect([...worker.given].sort()).toEqual([lost, failed, waiting].sort());
  });
});
