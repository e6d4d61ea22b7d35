import type { Prediction } from '../contract/imports.ts';
import type { Plan } from '../plan/plan.ts';
import type { Report } from './report.ts';

/**
 * What an import of a checked file must come to. Bad rows that stay out are no errors of the import:
 * it counts them as excluded.
 */
export function predictionOf(
  { rows, digest }: Pick<Report, 'rows' | 'digest'>,
  badRows: Plan['badRows'],
): Prediction {
  return { ready: rows.ready, error: badRows === 'exclude' ? 0 : rows.error, digest };
}
