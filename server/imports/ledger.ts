import type { Ledger, Results } from '../../shared/contract/imports.ts';

/** Bucket by bucket. */
export function addLedgers(a: Ledger, b: Ledger): Ledger {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    error: a.error + b.error,
    excluded: a.excluded + b.excluded,
    blank: a.blank + b.blank,
  };
}

/** Rows that the import was asked to bring in: neither blank ones nor those left out count. */
export function resultsOf(ledger: Ledger): Results {
  const successes = ledger.created + ledger.updated + ledger.unchanged;
  return { total: successes + ledger.error, successes, errors: ledger.error };
}

/** Every row that has a bucket. */
export function rowsOf(ledger: Ledger): number {
  return Object.values(ledger).reduce((sum, rows) => sum + rows, 0);
}
