import { PgBoss } from 'pg-boss';
import { bossWithin, type Database, type Queryable } from '../store/database.ts';
import { WorkerStopping } from './worker-stopping.ts';

const QUEUE = 'imports';

/** Milliseconds between two looks for open imports that nothing waits to run. */
const RECOVERING = 5 * 60 * 1000;

/** Seconds without a sign of life after which a worker counts as dead; pg-boss's least. */
const HEARTBEAT = 10;

export interface ImportQueueOptions {
  database: Database;
  /** Imports that one worker runs at a time. */
  concurrency?: number;
  /** Hears of trouble of the queue itself; jobs report their own. */
  onError: (error: Error) => void;
}

/** Runs one import; the signal is aborted with `WorkerStopping` when the worker is to stop. */
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
  let recovering: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

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
      await recover(boss, database, { abandoned: database.dialect === 'pglite' });
      timer = setInterval(() => {
        recovering = recover(boss, database, { abandoned: false }).catch(onError);
      }, RECOVERING);
      timer.unref();
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
      stopping.abort(new WorkerStopping());
      clearInterval(timer);
      await recovering;
      await boss.stop({ graceful: true, timeout: 10_000, close: false });
    },
  };
}

export type ImportQueue = ReturnType<typeof createImportQueue>;

/**
 * Asks again for every open import that no job waits for or runs, whatever became of its job: used
 * up, deleted, or lost with the queue's tables. An import without one would wait for ever.
 *
 * @param options.abandoned whether running jobs belong to processes that are gone
 */
async function recover(
  boss: PgBoss,
  database: Database,
  { abandoned }: { abandoned: boolean },
): Promise<void> {
  // All or nothing: an import whose job was only cancelled would wait for the next look.
  await database.transaction(async (tx) => {
    const db = bossWithin(tx);
    if (abandoned) {
      const orphans = await tx.query<{ id: string }>(
        `SELECT id FROM pgboss.job WHERE name = $1 AND state = 'active'`,
        [QUEUE],
      );
      if (orphans.length > 0) {
        await boss.cancel(
          QUEUE,
          orphans.map(({ id }) => id),
          { db },
        );
      }
    }
    const waiting = await tx.query<{ id: string }>(
      `SELECT id FROM imports
       WHERE status IN ('Uploaded', 'Processing', 'PostProcessing') AND NOT EXISTS (
         SELECT FROM pgboss.job WHERE name = $1 AND singleton_key = imports.id::text
           AND state IN ('created', 'retry', 'active')
       ) ORDER BY seq`,
      [QUEUE],
    );
    for (const { id } of waiting) {
      await boss.send(QUEUE, { importId: id }, { singletonKey: id, db });
    }
  });
}
