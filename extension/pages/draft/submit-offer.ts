import type { Connection, Draft } from '../../database/schema.ts';

/** What the foot of a draft offers. */
export type SubmitOffer =
  | { kind: 'wait' }
  | { kind: 'submitted'; importId: string }
  /** `asked`: an answer of the person may change that. */
  | { kind: 'nothing-ready'; asked: boolean }
  | { kind: 'connect' }
  | { kind: 'viewer' }
  /** Every row is ready. */
  | { kind: 'everything'; rows: number }
  | { kind: 'choice'; ready: number; errors: number };

/** What a person can do with a draft now; null when there is nothing to offer (a refused file). */
export function submitOffer(
  { state, report, submittedAs }: Pick<Draft, 'state' | 'report' | 'submittedAs'>,
  connection: Pick<Connection, 'role'> | null | undefined,
): SubmitOffer | null {
  if (submittedAs) return { kind: 'submitted', importId: submittedAs };
  if (state === 'refused') return null;
  if (state !== 'checked' || !report || connection === undefined) return { kind: 'wait' };
  const { ready, error } = report.rows;
  if (ready === 0) return { kind: 'nothing-ready', asked: report.questions.length > 0 };
  if (connection === null) return { kind: 'connect' };
  if (connection.role === 'viewer') return { kind: 'viewer' };
  if (error === 0) return { kind: 'everything', rows: ready };
  return { kind: 'choice', ready, errors: error };
}
