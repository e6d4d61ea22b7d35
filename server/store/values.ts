/** PostgreSQL's type ids of the values that the two drivers would read differently. */
const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;

/**
 * How both drivers read values, so that a row looks the same from either: bigint as number (counts
 * and byte sizes stay far below 2^53), numeric and date as the text that PostgreSQL wrote.
 */
export const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [NUMERIC]: (text) => text,
  [DATE]: (text) => text,
};
