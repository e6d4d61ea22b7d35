import { describe } from '../../../shared/issues/describe.ts';
import type { Draft } from '../../database/schema.ts';
import { en } from '../../text/en.ts';

/** Why a file cannot be imported, in one line. */
export function RefusalLine({ draft: { report, problem } }: { draft: Draft }) {
  const refusal = report?.refusal;
  return <>{refusal ? describe(refusal).message : (problem ?? en.draft.refused)}</>;
}
