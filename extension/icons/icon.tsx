import { shapes } from './shapes.ts';

export type IconName = keyof typeof shapes;

/**
 * One icon of the family: 20 × 20, drawn with a single line. It says nothing to a screen reader; the
 * words beside it, or the label of its button, do.
 */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
