import { ConfigError } from '../config.ts';
import { FolderUnusable } from '../store/folder-unusable.ts';
import { FolderInUse } from '../store/lock-file.ts';
import { DatabaseUnreachable } from '../store/postgres.ts';
import { CallError } from './command.ts';

type Kind = abstract new (...args: never[]) => Error;

/** What the settings and the store complain of in plain words. */
const KNOWN: readonly Kind[] = [ConfigError, FolderInUse, FolderUnusable, DatabaseUnreachable];

/**
 * What an administrator can put right, as a sentence instead of a stack.
 *
 * @param more kinds of errors whose message is such a sentence too
 */
export function inWords(error: unknown, more: readonly Kind[] = []): unknown {
  if (!(error instanceof Error)) return error;
  if (![...KNOWN, ...more].some((kind) => error instanceof kind)) return error;
  return new CallError(error.message, { cause: error });
}
