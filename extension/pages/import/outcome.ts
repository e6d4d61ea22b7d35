import type { Import } from '../../../shared/contract/imports.ts';
import { en } from '../../text/en.ts';
import type { Tone } from './status.ts';

/** What came of an import that has ended, in words. */
export interface OutcomeWords {
  tone: Tone;
  title: string;
  /** One sentence each: what happened, and whether the check had said so. */
  sentences: string[];
  advice: string;
  /** What the way to the next file is called. */
  next: string;
}

/** Says what came of an import; null while it still runs, whatever numbers there are. */
export function outcomeOf({
  outcome,
  results,
  ledger,
  reason,
  prediction,
}: Pick<Import, 'outcome' | 'results' | 'ledger' | 'reason' | 'prediction'>): OutcomeWords | null {
  if (outcome === null) return null;
  const { successes, errors, total } = results ?? { successes: 0, errors: 0, total: 0 };
  if (outcome === 'failed') {
    const cancelled = reason?.code === 'cancelled';
    return {
      tone: 'bad',
      title: cancelled ? en.details.cancelled : en.details.failed,
      sentences: failedSentences(reason, successes),
      advice: cancelled ? en.details.adviceCancelled(successes) : en.details.adviceFailed,
      next: cancelled ? en.details.checkAnother : en.details.checkAgain,
    };
  }
  const said = predictionSaid(prediction, errors);
  const left = ledger && ledger.excluded > 0 ? [en.details.excluded(ledger.excluded)] : [];
  if (outcome === 'success') {
    return {
      tone: 'good',
      title: en.details.success(total),
      sentences: [...said, ...left],
      advice: en.details.adviceSuccess,
      next: en.details.checkAnother,
    };
  }
  return {
    tone: 'busy',
    title: successes === 0 ? en.details.noneImported : en.details.partial(errors),
    sentences: [...said, ...left],
    advice: en.details.advicePartial,
    next: en.details.checkAgain,
  };
}

/** The reason, which says itself what was imported before; without one, just that. */
function failedSentences(reason: Import['reason'], successes: number): string[] {
  if (reason) return [reason.message];
  return [successes > 0 ? en.details.failedAfter(successes) : en.details.failedNothing];
}

function predictionSaid(prediction: Import['prediction'], errors: number): string[] {
  if (!prediction || prediction.held === null) return [];
  if (!prediction.held) return [en.details.notHeld(prediction.ready, prediction.error)];
  return [errors > 0 ? en.details.foretold : en.details.held];
}
