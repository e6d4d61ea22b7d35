import { CATALOGUE } from '../../../shared/issues/catalogue.ts';
import { describe } from '../../../shared/issues/describe.ts';
import type { Issue } from '../../../shared/issues/issue.ts';
import type { Cause, CauseExample } from '../../../shared/report/report.ts';
import { causeTitle } from '../cause-title.ts';
import { withoutValue } from '../issue-words.ts';

/** What is said of a cause. */
export interface CauseWords {
  title: string;
  /** What this is and why it matters. */
  explanation: string;
  fix: string;
}

/** The catalogue's words for a cause, with its column named. */
export function causeWords({ code, label }: Pick<Cause, 'code' | 'label'>): CauseWords {
  const { title, explanation, fix } = CATALOGUE[code];
  return { title: causeTitle({ title, label }), explanation, fix };
}

/** One sentence on one example, without its place and its text. */
export function exampleWords(cause: Cause, example: CauseExample): string {
  const issue = { code: cause.code, params: example.params } as Issue;
  const value = cause.value ?? example.value;
  return withoutValue(describe(issue, { value }).message, value);
}
