/**
 * How long to wait before attempt number `attempts + 1`, in milliseconds: 1 s, 2 s, 4 s … up to five
 * minutes, a little earlier or later so that many clients do not come back at once.
 */
export function pauseAfter(attempts: number, random: () => number = Math.random): number {
  const longest = Math.min(1_000 * 2 ** Math.max(0, attempts - 1), 5 * 60_000);
  return Math.round(longest * (0.75 + random() * 0.5));
}
