import { severityOf } from '../issues/catalogue.ts';
import type { IssueCode } from '../issues/issue.ts';
import type { JudgedRow } from '../rules/row-judge.ts';

const BUCKETS = { ready: 1, error: 2, blank: 3, excluded: 4 } as const;

/** A fingerprint of verdicts: equal digests mean equal verdicts. */
export interface Digest {
  /** Takes the next row in; rows come in the order of the file, in batches of any size. */
  add(row: JudgedRow): void;
  /** Of all rows so far, 16 hexadecimal digits. */
  value(): string;
}

/**
 * Two lanes of 32 bits over row number, bucket and the errors' codes and columns. It guards against
 * mistakes, not against an adversary: both sides are computed, never taken on trust.
 */
export function createDigest(): Digest {
  // In an array, not in variables: engines box captured numbers past 30 bits at every change.
  const lanes = Int32Array.of(0x9747b28c, 0x3c6ef372);
  return {
    add({ row, bucket, issues }) {
      let low = lanes[0] as number;
      let high = lanes[1] as number;
      const verdict = (row << 3) ^ BUCKETS[bucket];
      low = mixLow(low, verdict);
      high = mixHigh(high, verdict);
      for (const { code, column = -1 } of issues) {
        if (severityOf(code) !== 'error') continue;
        const word = wordOf(code);
        low = mixLow(mixLow(low, word), column);
        high = mixHigh(mixHigh(high, word), column);
      }
      lanes[0] = low;
      lanes[1] = high;
    },
    value: () => hex(lanes[0] as number) + hex(lanes[1] as number),
  };
}

function mixLow(lane: number, word: number): number {
  const mixed = Math.imul(lane ^ word, 0x5bd1e995);
  return mixed ^ (mixed >>> 15);
}

function mixHigh(lane: number, word: number): number {
  const mixed = Math.imul(lane ^ word, 0x27d4eb2f);
  return mixed ^ (mixed >>> 13);
}

const words = new Map<IssueCode, number>();

/** A number for a code that does not change when others are added. */
function wordOf(code: IssueCode): number {
  let word = words.get(code);
  if (word === undefined) {
    word = 0x811c9dc5;
    for (let at = 0; at < code.length; at++) {
      word = Math.imul(word ^ code.charCodeAt(at), 0x01000193);
    }
    words.set(code, word);
  }
  return word;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
