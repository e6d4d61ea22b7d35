/**
 * Remembers verdicts of values that come again and again (a country, a team, a phone number), up to a
 * number of different ones, so that memory does not grow with the file.
 */
export function rememberRepeats<T>(
  judge: (text: string) => T,
  capacity = 4096,
): (text: string) => T {
  let verdicts = new Map<string, T>();
  return (text) => {
    const known = verdicts.get(text);
    if (known !== undefined) return known;
    const verdict = judge(text);
    // Starting over is simpler than evicting and as good for values that repeat.
    if (verdicts.size >= capacity) verdicts = new Map();
    verdicts.set(text, verdict);
    return verdict;
  };
}
