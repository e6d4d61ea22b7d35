import { apiErrorSchema } from '../../shared/contract/session.ts';

/** Why a server could not be used. */
export type ProblemKind =
  /** No answer: no network, server stopped, or not in time. */
  | 'unreachable'
  /** Something answered, but not a Rowcheck server. */
  | 'wrong-address'
  /** A Rowcheck server that speaks another version than this extension. */
  | 'contract'
  /** The token is unknown or was taken back. */
  | 'token'
  /** The token may not do this. */
  | 'forbidden'
  | 'not-found'
  /** The server is busy or broken for the moment. */
  | 'busy'
  /** The server understood and said no. */
  | 'refused';

/** What came of talking to a server, with a message for the person. */
export class ServerProblem extends Error {
  readonly kind: ProblemKind;
  /** The server's own code, where it gave one. */
  readonly code: string | null;

  constructor(kind: ProblemKind, message: string, code: string | null = null, cause?: unknown) {
    super(message, { cause });
    this.name = 'ServerProblem';
    this.kind = kind;
    this.code = code;
  }

  /** Trying again later can help without anybody doing anything. */
  get passing(): boolean {
    return this.kind === 'unreachable' || this.kind === 'busy';
  }
}

/** Nothing answers: a matter of waiting. */
export function unreachable(origin: string, cause?: unknown): ServerProblem {
  return new ServerProblem(
    'unreachable',
    `The server at ${origin} does not answer. Check that it runs and that you are online.`,
    null,
    cause,
  );
}

/** What answers is not a Rowcheck server. */
export function wrongAddress(origin: string): ServerProblem {
  return new ServerProblem(
    'wrong-address',
    `Something answers at ${origin}, but it is not a Rowcheck server. Check the address.`,
  );
}

/** @param detail what was not understood, as part of a sentence */
export function wrongContract(origin: string, detail: string, cause?: unknown): ServerProblem {
  return new ServerProblem(
    'contract',
    `The server at ${origin} and this extension do not understand each other (${detail}). Update whichever is older.`,
    null,
    cause,
  );
}

/** Reads an answer that is not a success: the server's own words where it has some. */
export function problemOf(origin: string, status: number, body: string): ServerProblem {
  const error = apiErrorSchema.safeParse(parseJson(body));
  if (!error.success) {
    if (status === 502 || status === 503 || status === 504) return unreachable(origin);
    if (status >= 500) {
      return new ServerProblem('busy', `The server at ${origin} failed. Try again in a moment.`);
    }
    return wrongAddress(origin);
  }
  const { code, message } = error.data;
  if (status === 401) {
    return new ServerProblem(
      'token',
      `The server at ${origin} does not know this token. Check it, or ask for a new one.`,
      code,
    );
  }
  if (status === 403) return new ServerProblem('forbidden', message, code);
  if (status === 404 || status === 410) return new ServerProblem('not-found', message, code);
  if (status === 408 || status === 423 || status === 425 || status === 429 || status >= 500) {
    return new ServerProblem('busy', message, code);
  }
  return new ServerProblem('refused', message, code);
}

/** `undefined` for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
