import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

let opened = false;

/** Moves the focus when a view opens, but not for the first view of the page. No element, no move. */
export function useFocusOnOpen(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!target.current) return;
    if (opened) target.current.focus({ preventScroll: true });
    opened = true;
  }, [target]);
}
