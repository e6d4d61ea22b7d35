import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters that stay in memory before the rest goes to disk. */
const IN_MEMORY = 16 * 1024 * 1024;
/** Characters gathered before one write to disk, and bytes of one read. */
const PORTION = 1024 * 1024;

/**
 * Text that is written first and read once later: in memory while it is small, then in a file of the
 * temporary folder. So the list of issues may be longer than memory and still come after the counts.
 */
export interface Spool extends AsyncDisposable {
  add(text: string): void;
  read(): AsyncGenerator<string, void, undefined>;
}

export function createSpool(inMemory = IN_MEMORY): Spool {
  let parts: string[] = [];
  let length = 0;
  let folder: string | null = null;
  let file: number | null = null;

  const spill = (): void => {
    if (file === null) {
      folder = mkdtempSync(join(tmpdir(), 'rowcheck-'));
      file = openSync(join(folder, 'spool'), 'w', 0o600);
    }
    const bytes = Buffer.from(parts.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    parts = [];
    length = 0;
  };

  return {
    add(text) {
      parts.push(text);
      length += text.length;
      if (length > (file === null ? inMemory : PORTION)) spill();
    },
    async *read() {
      if (folder !== null) {
        const stream = createReadStream(join(folder, 'spool'), {
          encoding: 'utf8',
          highWaterMark: PORTION,
        });
        for await (const text of stream) yield text as string;
      }
      yield parts.join('');
    },
    async [Symbol.asyncDispose]() {
      if (file !== null) closeSync(file);
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
