import { Icon } from '../icons/icon.tsx';
import type { Status } from '../pages/import/status.ts';

/** A status in its word, icon and colour. */
export function Chip({ status }: { status: Status }) {
  const { word, tone, icon, live } = status;
  return (
    <span class={`chip ${tone}${live ? ' live' : ''}`} data-testid="status">
      <Icon name={icon} />
      {word}
    </span>
  );
}
