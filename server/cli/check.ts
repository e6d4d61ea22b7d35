import { readArguments } from './arguments.ts';
import { checkFile } from './check-file.ts';
import { type Command, wrongCall } from './command.ts';
import { writeHuman } from './human-report.ts';
import { writeJson } from './json-report.ts';
import { readGiven } from './options.ts';

/** `rowcheck check`: what an import of each file would do. */
export const check: Command = {
  usage: `rowcheck check FILE... [--type contact | --schema schema.json] [--plan plan.json] [--json]

Says what an import of each file would do. Nothing leaves this machine.
  --type NAME     contact, company or deal; found from the columns when left out
  --schema FILE   a record type of your own: a Table Schema in JSON
  --plan FILE     how the file is to be read and imported, as far as you want to say it
  --json          one JSON object a file and line, with every issue
Exit code: 0 no errors, 1 errors, 2 a file cannot be read or the call is wrong.`,

  async run(args, { out, err, signal }) {
    const { values, positionals } = readArguments(args, {
      type: { type: 'string' },
      schema: { type: 'string' },
      plan: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (positionals.length === 0) throw wrongCall('Name at least one file.');
    const given = await readGiven(values);
    let worst = 0;
    for (const path of positionals) {
      await using checked = await checkFile(path, given, signal);
      if (values.json) await writeJson(out, checked);
      else await writeHuman(checked.exitCode === 2 ? err : out, checked);
      worst = Math.max(worst, checked.exitCode);
    }
    return worst;
  },
};
