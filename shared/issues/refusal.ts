import type { Issue, IssueCode, IssueParams } from './issue.ts';

/**
 * Thrown inside the stages when the file as a whole cannot be read or imported. Only `check`,
 * `prepare` and the import runner catch it and turn it into a refusal that a person understands.
 */
export class Refusal extends Error {
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.code);
    this.name = 'Refusal';
    this.issue = issue;
  }
}

/** Builds the refusal for a file-level issue, ready to be thrown. */
export function refuse<C extends IssueCode>(code: C, params: IssueParams[C]): Refusal {
  return new Refusal({ code, params } as unknown as Issue);
}
