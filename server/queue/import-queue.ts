import { PgBoss } from 'pg-boss';
import { bossWithin, type Database, type Queryable } from '../store/database.ts';

const QUEUE = 'imports';

/** Seconds without a sign of life after which a worker counts as dead; pg-boss's least. */
const HEARTBEAT = 10;

export interface ImportQueueOptions {
  database: Database;
  /** Imports that one worker runs at a time. */
  concurrency?: number;
  /** Hears of trouble of the queue itself; jobs report their own. */
  onError: (error: Error) => void;
}

/** Runs one import; the signal is aborted when the worker is to stop. */
export type RunJob = (importId: string, signal: AbortSignal) => Promise<void>;

/**
 * The queue of imports that wait to be run, in the same database as they are. Jobs are woken by
 * `NOTIFY`; polling is only the safety net. A job whose worker dies is given to another one, so
 * running an import must be safe to repeat.
 */
export function createImportQueue({ database, concurrency = 2, onError }: ImportQueueOptions) {
  const boss = new PgBoss({
    ...database.boss,
    schedule: false,
    useListenNotify: true,
    registerInstance: false,
    monitorVacuum: false,
    // How soon the job of a dead worker is given to another one.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    openTelemetry: { enabled: false },
  });
  boss.on('error', onError);
  const stopping = new AbortController();

  return {
    /** Sets the queue up; needed before anything else. */
    async start(): Promise<void> {
      await boss.start();
      await boss.createQueue(QUEUE, {
        // One job an import, waiting or running.
        policy: 'exclusive',
        notify: true,
        heartbeatSeconds: HEARTBEAT,
        expireInSeconds: 23 * 60 * 60,
        // The runner itself decides when an import is given up; see its `attempts`.
        retryLimit: 1000,
        retryDelay: 1,
        deleteAfterSeconds: 60 * 60,
      });
    },

    /** Asks for an import to be run, as part of the transaction `tx`. */
    async send(tx: Queryable, importId: string): Promise<void> {
      await boss.send(QUEUE, { importId }, { singletonKey: importId, db: bossWithin(tx) });
    },

    /** Takes jobs from now on. */
    async work(run: RunJob): Promise<void> {
      // PGlite's folder is locked: whatever runs there was begun by a process that is gone.
      if (database.dialect === 'pglite') await takeOver(boss, database);
      await boss.work<{ importId: string }>(
        QUEUE,
        {
          localConcurrency: concurrency,
          pollingIntervalSeconds: 0.5,
          notifyPollingIntervalSeconds: 2,
          heartbeatRefreshSeconds: 3,
        },
        async (jobs) => {
          for (const job of jobs) {
            const signal = AbortSignal.any([job.signal, stopping.signal]);
            await run(job.data.importId, signal);
          }
        },
      );
    },

    /** Lets running imports end at their next batch; they are taken up again by whoever is left. */
    async stop(): Promise<void> {
      stopping.abort(new Error('The worker is stopping'));
      await boss.stop({ graceful: true, timeout: 10_000, close: false });
    },
  };
}

export type ImportQueue = ReturnType<typeof createImportQueue>;

/** Gives the jobs of processes that are gone to this one. */
async function takeOver(boss: PgBoss, database: Database): Promise<void> {
  const orphans = await database.query<{ id: string; importId: string }>(
    `SELECT id, data->>'importId' AS "importId" FROM pgboss.job
     WHERE name = $1 AND state = 'active'`,
    [QUEUE],
  );
  for (const { id, importId } of orphans) {
    // Both or neither: an import whose job was only cancelled would wait for ever.
    await database.transaction(async (tx) => {
      const db = bossWithin(tx);
      await boss.cancel(QUEUE, id, { db });
      await boss.send(QUEUE, { importId }, { singletonKey: importId, db });
    });
  }
}
