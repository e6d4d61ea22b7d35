import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { apiErrorSchema } from '../../shared/contract/session.ts';
import type { AppEnv } from './context.ts';
import type { ProblemDetails } from './problem.ts';
import { ApiProblem } from './problem.ts';

/** Gives a schema its name in the OpenAPI document, wherever the schema itself was made. */
export function named<T extends z.ZodType>(name: string, schema: T): T {
  // A clone made here has the `openapi` method that schemas made before this module loaded lack.
  return schema.clone().openapi(name);
}

/** The one shape of every error answer. */
export const problemSchema = named('Error', apiErrorSchema).openapi({
  example: {
    code: 'invalid-request',
    message: 'The request is not right: name must not be empty.',
    requestId: 'req_k3v5c2q7',
    details: [{ path: 'name', message: 'must not be empty' }],
  },
});

const MEANING = {
  400: 'The request is not right; `details` names each place.',
  401: 'No token, or one that is unknown, revoked or expired.',
  403: "The token's role does not allow this.",
  404: 'There is no such thing in this workspace.',
  409: 'It does not fit the present state.',
  410: 'It is gone.',
  412: 'The tus protocol version is missing or not supported.',
  413: 'Larger than this server takes.',
  415: 'Not the content type that is expected.',
  422: 'Understood, but it cannot be done.',
  429: 'Too many; try again after `Retry-After` seconds.',
  503: 'Not ready; try again.',
} as const;

type ProblemStatus = keyof typeof MEANING;

interface ProblemResponse {
  description: string;
  content: { 'application/json': { schema: typeof problemSchema } };
}

/**
 * Error answers for `createRoute`'s `responses`; 401, 403 and 429 are added to those named, since
 * every route under `/v1` has them.
 *
 * @example
 * responses: { 200: json('The import', importSchema), ...problems(404) }
 */
export function problems<S extends ProblemStatus>(
  ...statuses: S[]
): Record<S | 401 | 403 | 429, ProblemResponse> {
  const all = [...statuses, 401, 403, 429] as const;
  const entries = [...new Set<ProblemStatus>(all)].map((status) => [
    status,
    { description: MEANING[status], content: { 'application/json': { schema: problemSchema } } },
  ]);
  return Object.fromEntries(entries) as Record<S | 401 | 403 | 429, ProblemResponse>;
}

/** A JSON answer for `createRoute`'s `responses`. */
export function json<T extends z.ZodType>(description: string, schema: T, example?: z.input<T>) {
  const content = example === undefined ? { schema } : { schema, example };
  return { description, content: { 'application/json': content } };
}

/** A JSON body for `createRoute`'s `request`. */
export function body<T extends z.ZodType>(schema: T, example?: z.input<T>) {
  const content = example === undefined ? { schema } : { schema, example };
  return { required: true, content: { 'application/json': content } };
}

/** What every route under `/v1` needs in the document. */
export const bearer = [{ token: [] }];

/** A group of routes whose invalid requests become the one error shape. */
export function createRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidRequest(result.error);
    },
  });
}

/** What zod found, as an answer: each place with its path and what is wrong there. */
export function invalidRequest(error: z.ZodError): ApiProblem {
  const details: ProblemDetails = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const [first] = details;
  const place = first?.path ? `${first.path}: ` : '';
  const more = details.length > 1 ? ` (and ${details.length - 1} more)` : '';
  return new ApiProblem(
    400,
    'invalid-request',
    `The request is not right. ${place}${first?.message ?? 'It could not be read'}${more}`,
    { details },
  );
}
