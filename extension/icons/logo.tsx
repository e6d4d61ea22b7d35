/** Three rows, the last of them ticked: the mark of Rowcheck, in the accent's colours. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g
        fill="none"
        stroke="var(--on-accent)"
        stroke-width="3"
        stroke-linecap="round"
        stroke-linejoin="round"
      >
        <path d="M7.5 10h17" />
        <path d="M7.5 16h7" opacity=".7" />
        <path d="M7.5 22h4.5" opacity=".7" />
        <path d="m15.5 19.5 4 4 6.5-8" />
      </g>
    </svg>
  );
}
