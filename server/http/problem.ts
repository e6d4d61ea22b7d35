import type { ApiError } from '../../shared/contract/session.ts';

export type ProblemDetails = NonNullable<ApiError['details']>;

/** Thrown anywhere behind a route; the app turns it into the one error shape. */
export class ApiProblem extends Error {
  readonly status: number;
  /** kebab-case, stable. */
  readonly code: string;
  readonly details: ProblemDetails | undefined;
  readonly headers: Readonly<Record<string, string>>;

  /** `message` is shown to people: a sentence that names the way out. */
  constructor(
    status: number,
    code: string,
    message: string,
    more: { details?: ProblemDetails; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.details = more.details;
    this.headers = more.headers ?? {};
  }
}
