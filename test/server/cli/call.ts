import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../../server/cli/main.ts';
import { createOutput } from '../../../server/cli/output.ts';

export interface Called {
  code: number;
  out: string;
  err: string;
}

/** Calls `rowcheck` inside this process and answers what it said. */
export async function call(args: string[], env: Record<string, string> = {}): Promise<Called> {
  const out = collector();
  const err = collector();
  const code = await run(args, {
    out: createOutput(out.stream),
    err: createOutput(err.stream),
    env,
    signal: new AbortController().signal,
  });
  return { code, out: out.text(), err: err.text() };
}

function collector() {
  const parts: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk.toString('utf8'));
      done();
    },
  });
  return { stream, text: () => parts.join('') };
}

/** Path of a file under `test/fixtures`. */
export function fixture(path: string): string {
  return fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
}
