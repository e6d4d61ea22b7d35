import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { ApiError } from '../../shared/contract/session.ts';
import { sqlStateOf } from '../store/sql-state.ts';
import type { AppEnv } from './context.ts';
import type { Log } from './log.ts';
import { ApiProblem } from './problem.ts';
import { invalidRequest } from './schema.ts';

/** What the database says of a value that it cannot hold: NUL in a text, a number past its type. */
const UNSTORABLE = new Set(['22021', '22P05', '22003']);

/** What is answered for anything that was thrown; nothing of the inside leaves. */
function problemOf(error: unknown): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  if (error instanceof z.ZodError) return invalidRequest(error);
  if (UNSTORABLE.has(sqlStateOf(error))) {
    return new ApiProblem(
      400,
      'invalid-value',
      'The request holds a value that cannot be kept or looked up: a text with a NUL character in it, or a number that is too large.',
    );
  }
  if (error instanceof HTTPException && error.status < 500) {
    if (error.status === 400) {
      return new ApiProblem(400, 'invalid-json', 'The body of the request is not valid JSON.');
    }
    if (error.status === 415) {
      return new ApiProblem(
        415,
        'unsupported-content-type',
        'Send the body as JSON, with "Content-Type: application/json".',
      );
    }
    return new ApiProblem(error.status, 'refused', 'The request was refused.');
  }
  return null;
}

/** The one place that turns what was thrown into an answer. */
export function createFailureHandler(log: Log) {
  return (error: unknown, c: Context<AppEnv>): Response => {
    const requestId = c.get('requestId');
    const problem = problemOf(error);
    if (!problem) log.error('request-failed', error, { requestId, path: c.req.path });
    return answer(c, problem ?? internal());
  };
}

function internal(): ApiProblem {
  return new ApiProblem(
    500,
    'internal',
    'Something went wrong on the server. Try again; if it happens again, give the request id to whoever runs the server.',
  );
}

/** A problem as a response in the one error shape. */
export function answer(c: Context<AppEnv>, problem: ApiProblem): Response {
  const body: ApiError = {
    code: problem.code,
    message: problem.message,
    requestId: c.get('requestId'),
    ...(problem.details ? { details: problem.details } : {}),
  };
  return c.json(body, problem.status as ContentfulStatusCode, { ...problem.headers });
}

/** For addresses that lead nowhere. */
export function notFound(c: Context<AppEnv>): Response {
  return answer(
    c,
    new ApiProblem(
      404,
      'not-found',
      'There is nothing at this address. See /docs for what there is.',
    ),
  );
}
