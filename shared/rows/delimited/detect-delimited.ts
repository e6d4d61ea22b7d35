import type { ByteSource } from '../../bytes/source.ts';
import { detectEncoding, knownEncoding } from '../../decode/encoding.ts';
import { refuse } from '../../issues/refusal.ts';
import type { Dialect, PlanOptions } from '../../plan/plan.ts';
import { detectDialect } from './detect-dialect.ts';

/**
 * Encoding and dialect of delimited text; `head` is its beginning.
 *
 * @throws Refusal `empty-file`, `wrong-file-type`, `unknown-encoding`
 */
export async function detectDelimited(
  source: ByteSource,
  head: Uint8Array,
  given: PlanOptions,
  signal?: AbortSignal,
): Promise<{ encoding: string; dialect: Dialect }> {
  const encoding = given.encoding
    ? knownEncoding(given.encoding)
    : await detectEncoding(source, head, signal);
  if (encoding === null) throw refuse('wrong-file-type', { detected: 'a binary file' });

  const isWhole = head.length >= source.size;
  const sample = new TextDecoder(encoding).decode(head, { stream: !isWhole });
  if (isWhole && sample.trim() === '') throw refuse('empty-file', {});
  return { encoding, dialect: given.dialect ?? detectDialect(sample, isWhole, source.name) };
}
