import { type ParseArgsConfig, parseArgs } from 'node:util';
import { wrongCall } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * `parseArgs` of Node that allows positionals and turns what is wrong into a wrong call.
 *
 * @throws CallError with the usage for unknown options and missing values
 */
export function readArguments<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // Node adds a hint about `--` that only confuses here: "Unknown option '--x'. To specify …".
    throw wrongCall(text.split('. ')[0] ?? text);
  }
}
