import { percent } from '../text/format.ts';

interface Part {
  share: number;
  tone: 'good' | 'bad' | 'busy' | 'accent';
}

/** How a whole divides, as a picture; `label` says it in words. */
export function ShareBar({ parts, label, tall }: { parts: Part[]; label: string; tall?: boolean }) {
  return (
    <div class={tall ? 'bar tall' : 'bar'} role="img" aria-label={label}>
      {parts
        .filter((part) => part.share > 0)
        .map((part) => (
          <span key={part.tone} class={part.tone} style={{ width: `${part.share * 100}%` }} />
        ))}
    </div>
  );
}

/** How far something is; `share` is null while that cannot be known. */
export function ProgressBar({
  share,
  label,
  text,
  tone = 'accent',
  tall,
}: {
  share: number | null;
  label: string;
  text?: string;
  tone?: Part['tone'];
  tall?: boolean;
}) {
  const size = tall ? 'bar tall' : 'bar';
  return (
    <div
      class={share === null ? `${size} waiting` : size}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === null ? {} : { 'aria-valuenow': Math.floor(share * 100) })}
      aria-valuetext={text ?? (share === null ? undefined : percent(share))}
    >
      {share === null ? <span /> : <span class={tone} style={{ width: `${share * 100}%` }} />}
    </div>
  );
}
