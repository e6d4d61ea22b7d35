import type { Output } from './output.ts';

/** What a command may touch besides its own files. */
export interface Terminal {
  out: Output;
  err: Output;
  env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl+C or a kill. */
  signal: AbortSignal;
}

/** One word after `rowcheck`. */
export interface Command {
  usage: string;
  /** Answers the exit code: 0 fine, 1 the data has errors, 2 the call or the file is no good. */
  run(args: string[], terminal: Terminal): Promise<number>;
}

/** The call is wrong, or what it needs is not there. The message names the way out. */
export class CallError extends Error {
  /** Whether the usage helps; false where the call is right but the world is not. */
  readonly showUsage: boolean;

  constructor(message: string, options: { showUsage?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'CallError';
    this.showUsage = options.showUsage ?? false;
  }
}

/** A call that the usage would put right. */
export function wrongCall(message: string): CallError {
  return new CallError(message, { showUsage: true });
}
