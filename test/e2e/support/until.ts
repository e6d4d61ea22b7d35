import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE } from '../../browser/launch.ts';

/**
 * Asks again until the answer is there.
 *
 * @param what named in the error when it never is
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null>,
  timeout = PATIENCE,
): Promise<T> {
  const limit = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > limit) throw new Error(`Waited ${timeout} ms in vain for ${what}`);
    await pause(25);
  }
}
