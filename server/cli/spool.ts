import { createReadStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters that stay in memory before the rest goes to disk. */
const IN_MEMORY = 16 * 1024 * 1024;
/** Characters gathered before one write to disk. */
const WRITE_SIZE = 1024 * 1024;

/**
 * Text that is written first and read once later: in memory while it is small, then in a file of the
 * temporary folder. So the list of issues may be longer than memory and still come after the counts.
 */
export interface Spool extends AsyncDisposable {
  add(text: string): Promise<void>;
  read(): AsyncGenerator<string, void, undefined>;
}

export function createSpool(inMemory = IN_MEMORY): Spool {
  let parts: string[] = [];
  let length = 0;
  let folder: string | null = null;
  let file: FileHandle | null = null;

  const spill = async (): Promise<void> => {
    if (!file) {
      folder = await mkdtemp(join(tmpdir(), 'rowcheck-'));
      file = await open(join(folder, 'spool'), 'w+');
    }
    await file.appendFile(parts.join(''));
    parts = [];
    length = 0;
  };

  return {
    async add(text) {
      parts.push(text);
      length += text.length;
      if (length > (file ? WRITE_SIZE : inMemory)) await spill();
    },
    async *read() {
      if (file && folder) {
        const stream = createReadStream(join(folder, 'spool'), {
          encoding: 'utf8',
          highWaterMark: WRITE_SIZE,
        });
        for await (const text of stream) yield text as string;
      }
      yield* parts;
    },
    async [Symbol.asyncDispose]() {
      await file?.close();
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}
