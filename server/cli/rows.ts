import { DEFAULT_LIMITS } from '../../shared/check/limits.ts';
import { Refusal } from '../../shared/issues/refusal.ts';
import { detectFormat } from '../../shared/rows/format.ts';
import { readRows } from '../../shared/rows/read-rows.ts';
import { readArguments } from './arguments.ts';
import { CallError, type Command, wrongCall } from './command.ts';
import { openFile } from './file-source.ts';
import { messageOf } from './issue-line.ts';
import { readPlan } from './options.ts';

/** `rowcheck rows`: what was read, before anything is judged. */
export const rows: Command = {
  usage: `rowcheck rows FILE [--sheet NAME] [--plan plan.json]

Prints what was read from the file, from its first row, as one JSON array of strings a row.
Exit code: 0, or 2 when the file cannot be read.`,

  async run(args, { out, err, signal }) {
    const { values, positionals } = readArguments(args, {
      sheet: { type: 'string' },
      plan: { type: 'string' },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw wrongCall('Name one file.');
    const plan = values.plan === undefined ? {} : await readPlan(values.plan);
    const given = values.sheet === undefined ? plan : { ...plan, sheet: values.sheet };
    const source = await openFile(path);
    try {
      const format = await detectFormat(source, given, DEFAULT_LIMITS, signal);
      if (values.sheet !== undefined && format.sheet === null) {
        throw new CallError(`${path} has no sheets: it is delimited text. Leave --sheet out.`);
      }
      for await (const batch of readRows(source, format, DEFAULT_LIMITS, signal)) {
        await out.write(batch.rows.map((row) => `${JSON.stringify(row.cells)}\n`).join(''));
      }
      return 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await err.line(`${path}: ${messageOf(error.issue)}`);
      return 2;
    }
  },
};
