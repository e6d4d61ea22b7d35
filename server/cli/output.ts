import type { Writable } from 'node:stream';

/** A stream of text that is never cut: every write waits until the reader took it. */
export interface Output {
  write(text: string): Promise<void>;
  line(text?: string): Promise<void>;
  /** Whether the reader went away (`rowcheck rows big.csv | head`). */
  readonly closed: boolean;
}

/** The reader of our output went away; there is nobody to tell. */
export class ReaderGone extends Error {
  constructor() {
    super('the reader closed the pipe');
    this.name = 'ReaderGone';
  }
}

/**
 * Writes with back-pressure.
 *
 * @throws ReaderGone from `write` once the reader closed its end
 */
export function createOutput(stream: Writable): Output {
  let failure: Error | null = null;
  let wake: (() => void) | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure = error.code === 'EPIPE' ? new ReaderGone() : error;
    wake?.();
  });
  const write = async (text: string): Promise<void> => {
    if (failure) throw failure;
    if (stream.write(text)) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
      stream.once('drain', resolve);
    });
    wake = null;
    if (failure) throw failure;
  };
  return {
    write,
    line: (text = '') => write(`${text}\n`),
    get closed() {
      return failure instanceof ReaderGone;
    },
  };
}
