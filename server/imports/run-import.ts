import { describe } from '../../shared/issues/describe.ts';
import { Refusal } from '../../shared/issues/refusal.ts';
import { WorkerStopping } from '../queue/worker-stopping.ts';
import { type Claim, claimImport, Superseded, takeBackAttempt } from './claim.ts';
import { failImport } from './fail.ts';
import { finishImport } from './finish.ts';
import { type ProcessDeps, processRows } from './process-rows.ts';
import { analyse, WORTH_ANALYSING } from './statistics.ts';
import { cancelled, Stopped } from './stopped.ts';

/** Runs without a batch that landed after which an import is given up. */
const MAX_ATTEMPTS = 4;

export interface RunnerDeps extends ProcessDeps {
  /** Hears of every error that no person caused. */
  onError: (error: unknown, about: { importId: string }) => void;
}

export type ImportRunner = ReturnType<typeof createImportRunner>;

/**
 * Runs an import from wherever it stands to its end. Safe to repeat and to be killed at any time:
 * every row lands exactly once, because each batch is committed together with its checkpoint and
 * under the number of the current run.
 */
export function createImportRunner(deps: RunnerDeps) {
  const { database, onError } = deps;

  const runClaimed = async (claim: Claim, signal: AbortSignal): Promise<void> => {
    if (claim.attempts > MAX_ATTEMPTS) return giveUp(claim);
    if (claim.status === 'Processing') {
      if (claim.cancelRequested) throw cancelled();
      await processRows(deps, claim, signal);
    }
    const { created } = await finishImport(database, claim);
    // Nobody waits for it: the import has ended already.
    if (created >= WORTH_ANALYSING) await analyse(database);
  };

  const giveUp = (claim: Claim): Promise<void> =>
    failImport(database, claim, {
      code: 'internal',
      message: `Something went wrong on the server, and trying again did not help. Ask whoever runs the server to look for ${claim.importId} in its log.`,
    });

  return async (importId: string, signal: AbortSignal): Promise<void> => {
    const claim = await claimImport(database, importId);
    if (!claim) return;
    try {
      await runClaimed(claim, signal);
    } catch (error) {
      if (error instanceof Superseded) return;
      if (error instanceof Refusal) {
        const { message, fix } = describe(error.issue);
        const reason = { code: error.issue.code, message: `${message} ${fix}` };
        return failImport(database, claim, reason);
      }
      if (error instanceof Stopped) return failImport(database, claim, error.reason);
      if (signal.aborted) {
        // Any other reason, such as a job that took too long, is the import's own.
        if (signal.reason instanceof WorkerStopping) await takeBackAttempt(database, claim);
        throw error;
      }
      onError(error, { importId });
      if (claim.attempts >= MAX_ATTEMPTS) return giveUp(claim);
      throw error;
    }
  };
}
