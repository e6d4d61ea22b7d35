import { number } from '../text/format.ts';

/** Room for the largest count of a list, so that what stands beside the counts lines up. */
export function countWidth(causes: readonly { count: number }[]): { '--count': string } {
  const largest = Math.max(0, ...causes.map((cause) => cause.count));
  return { '--count': `${number(largest).length}ch` };
}
