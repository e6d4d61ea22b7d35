/** Says to a screen reader what became different; the eye sees it elsewhere. */
export function Announcer({ text }: { text: string }) {
  return (
    <div class="announcer" role="status" aria-live="polite">
      {text}
    </div>
  );
}
