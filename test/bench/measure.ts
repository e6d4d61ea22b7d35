/** Seconds that something takes, with what it answers. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ seconds: number; value: T }> {
  const since = performance.now();
  const value = await work();
  return { seconds: (performance.now() - since) / 1000, value };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One figure: ours beside its peer's, measured in the same run. */
export interface Figure {
  name: string;
  ours: number;
  peer?: { name: string; value: number };
  unit: string;
  /** What else is worth knowing. */
  note?: string;
}

/** Figures as a table in Markdown. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, ours, peer, unit, note }) =>
    [
      note ? `${name} (${note})` : name,
      said(ours, unit),
      peer ? `${peer.name}: ${said(peer.value, unit)}` : '',
      peer ? (ours / peer.value).toFixed(2) : '',
    ].join(' | '),
  );
  return [
    '| what | Rowcheck | peer | ratio |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

function said(value: number, unit: string): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
}

export function describeFigure({ name, ours, peer, unit, note }: Figure): string {
  const digits = ours < 100 ? 2 : 0;
  const parts = [`${name}: ${ours.toFixed(digits)} ${unit}`];
  if (peer) {
    parts.push(`${peer.name} ${peer.value.toFixed(digits)} ${unit}`);
    parts.push(`ratio ${(ours / peer.value).toFixed(2)}`);
  }
  if (note) parts.push(note);
  return parts.join(', ');
}
