import { writeCheckNews } from '../database/drafts.ts';
import type { CheckEnd, CheckJob } from './job.ts';

/** Checks a draft in a worker of its own; settles when the worker has ended or `signal` ended it. */
export function startWorker(job: CheckJob, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    worker.onmessage = (_: MessageEvent<CheckEnd>) => resolve();
    // Only what the worker itself could not catch comes here: it did not load, or memory ran out.
    worker.onerror = () =>
      void writeCheckNews(job.draftId, job.revision, {
        state: 'refused',
        problem:
          'The check stopped before it was done, perhaps for want of memory. Close other tabs and try again.',
      }).finally(resolve);
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
