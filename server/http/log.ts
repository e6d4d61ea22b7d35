/**
 * One JSON object a line. Fields are ids, counts and times: never the text of a cell, a token or a
 * query string. The message of an error may quote any of these, so only its kind and where it was
 * thrown are written.
 */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, LogValue>>): void;
  error(event: string, error: unknown, fields?: Readonly<Record<string, LogValue>>): void;
}

type LogValue = string | number | boolean | null | undefined;

/** @param write is given one line, without its end */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  const line = (level: string, event: string, fields: object) =>
    write(JSON.stringify({ time: now().toISOString(), level, event, ...fields }));
  return {
    info: (event, fields = {}) => line('info', event, fields),
    error: (event, error, fields = {}) => line('error', event, { ...fields, error: kindOf(error) }),
  };
}

/** A log that keeps nothing: tests, and commands that speak for themselves. */
export const silent: Log = { info: () => {}, error: () => {} };

interface Kind {
  name: string;
  /** Error code of Node, or SQLSTATE. */
  code?: string;
  at?: string[];
  cause?: Kind;
}

function kindOf(error: unknown, depth = 0): Kind {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const at = framesOf(error);
  return {
    name: error.name,
    ...(code ? { code } : {}),
    at,
    ...(error.cause && depth < 3 ? { cause: kindOf(error.cause, depth + 1) } : {}),
  };
}

/** The stack begins with the message, which may itself have lines that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(start)
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
    .map((line) => line.trim().slice(3));
}
