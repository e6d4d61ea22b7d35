import { useState } from 'preact/hooks';
import { en } from '../text/en.ts';

/** A quiet way to remove something, which asks once before it does. */
export function RemoveLine({
  label,
  more,
  onRemove,
}: {
  label: string;
  /** What is lost by it and what is not. */
  more: string;
  onRemove(): void;
}) {
  const [sure, setSure] = useState(false);
  return (
    <p class="small soft">
      {sure ? (
        <>
          <button type="button" class="text-button" onClick={() => setSure(false)}>
            {en.common.keep}
          </button>
          {' · '}
          <button type="button" class="text-button danger" onClick={onRemove}>
            {en.common.removeYes}
          </button>
        </>
      ) : (
        <button type="button" class="text-button danger" onClick={() => setSure(true)}>
          {label}
        </button>
      )}{' '}
      {more}
    </p>
  );
}
