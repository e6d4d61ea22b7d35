import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOutput, ReaderGone } from '../../../server/cli/output.ts';
import { createSpool } from '../../../server/cli/spool.ts';

const CLI = fileURLToPath(new URL('../../../server/cli/main.ts', import.meta.url));

describe('output', () => {
  let folder: string;
  let long: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rowcheck-cli-'));
    long = join(folder, 'long.csv');
    writeFileSync(long, `a,b\n${`${'x'.repeat(90)},2\n`.repeat(40_000)}`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('waits until the reader took what was written', async () => {
    const slow = new PassThrough({ highWaterMark: 4 });
    const output = createOutput(slow);
    let written = false;
    const writing = output.write('more than four').then(() => {
      written = true;
    });
    await Promise.resolve();
    expect(written).toBe(false);
    slow.resume();
    await writing;
    expect(written).toBe(true);
  });

  test('a reader that goes away ends the writing', async () => {
    const stream = new PassThrough({ highWaterMark: 4 });
    const output = createOutput(stream);
    const writing = output.write('more than four');
    stream.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }));
    await expect(writing).rejects.toBeInstanceOf(ReaderGone);
    await expect(output.write('x')).rejects.toBeInstanceOf(ReaderGone);
  });

  test('a long output reaches a slow reader whole', async () => {
    const child = spawn(process.execPath, [CLI, 'rows', long], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rows = 0;
    for await (const chunk of child.stdout) {
      rows += String(chunk).split('\n').length - 1;
    }
    expect(rows).toBe(40_001);
  });

  test('a pipe closed early is no error', async () => {
    const child = spawn(process.execPath, [CLI, 'rows', long]);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});

describe('spool', () => {
  test.each([
    ['in memory', 1_000_000],
    ['on disk', 10],
  ])('gives back what was added, in order, %s', async (_where, inMemory) => {
    await using spool = createSpool(inMemory);
    for (let n = 0; n < 50; n++) spool.add(`${n}é,`);
    let text = '';
    for await (const part of spool.read()) text += part;
    expect(text).toBe(Array.from({ length: 50 }, (_, n) => `${n}é,`).join(''));
  });
});
