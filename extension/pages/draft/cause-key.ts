import type { Cause } from '../../../shared/report/report.ts';

/** What tells a cause from every other of its report; stays the same while the counts grow. */
export function causeKey(cause: Pick<Cause, 'code' | 'column' | 'value'>): string {
  // It stands in the address, which cannot hold half a character.
  return [cause.code, cause.column ?? '', cause.value ?? ''].join('~').toWellFormed();
}
