import { CATALOGUE, isByValue } from '../issues/catalogue.ts';
import type { Issue, Severity } from '../issues/issue.ts';
import { causeValue } from './cause-value.ts';
import type { Cause } from './report.ts';

const EXAMPLES = 3;
/** Different values of one code and column that are causes of their own; the rest is counted as one. */
export const MAX_VALUES = 200;
const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Issues of one code and column. */
interface Group {
  byValue: Map<string, Cause> | null;
  /** All issues, or those of the values that came after the first two hundred. */
  rest: Cause | null;
}

/** What is known of a column. */
export interface CauseColumn {
  label: string;
  field: string | null;
}

/** Errors before warnings before infos, and within them from the most rows to the fewest. */
export function compareCauses(
  a: { severity: Severity; count: number },
  b: { severity: Severity; count: number },
): number {
  return ORDER[a.severity] - ORDER[b.severity] || b.count - a.count;
}

/** Gathers issues into causes as they come. */
export interface CauseCollector {
  /** `value` is the cell's text; `''` for issues of a row or the file. */
  add(issue: Issue, value: string): void;
  /** Errors first, then warnings and infos; within them from the most issues to the fewest. */
  list(): Cause[];
}

/** A collector for one file, whose columns are known. */
export function collectCauses(columns: readonly CauseColumn[]): CauseCollector {
  const groups = new Map<string, Group>();

  const start = ({ code, column }: Issue, value: string | undefined): Cause => {
    const known = column === undefined ? undefined : columns[column];
    return {
      code,
      severity: CATALOGUE[code].severity,
      ...(column === undefined ? {} : { column }),
      ...(known ? { label: known.label } : {}),
      ...(known?.field ? { field: known.field } : {}),
      ...(value === undefined ? {} : { value }),
      count: 0,
      examples: [],
    };
  };

  const causeFor = (issue: Issue, value: string): Cause => {
    const key = `${issue.code} ${issue.column ?? ''}`;
    let group = groups.get(key);
    if (!group) {
      group = { byValue: isByValue(issue.code) ? new Map() : null, rest: null };
      groups.set(key, group);
    }
    const { byValue } = group;
    if (byValue) {
      const own = causeValue(value);
      const known = byValue.get(own);
      if (known) return known;
      if (byValue.size < MAX_VALUES) {
        const cause = start(issue, own);
        byValue.set(own, cause);
        return cause;
      }
    }
    group.rest ??= start(issue, undefined);
    return group.rest;
  };

  return {
    add(issue, value) {
      const cause = causeFor(issue, value);
      cause.count++;
      if (cause.examples.length < EXAMPLES && (issue.row !== undefined || cause.count === 1)) {
        cause.examples.push({
          row: issue.row ?? 0,
          value,
          ...(issue.suggestion === undefined ? {} : { suggestion: issue.suggestion }),
          params: issue.params,
        });
      }
    },
    list() {
      const causes: Cause[] = [];
      for (const { byValue, rest } of groups.values()) {
        if (byValue) causes.push(...byValue.values());
        if (rest) causes.push(rest);
      }
      return causes
        .map((cause) => ({ ...cause, examples: [...cause.examples] }))
        .sort((a, b) => compareCauses(a, b) || (a.column ?? -1) - (b.column ?? -1));
    },
  };
}
