import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';

/** A quiet line with an icon: what was decided, what to know. */
export function Note({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <div class="note">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
