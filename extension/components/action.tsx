import { useRef, useState } from 'preact/hooks';

/**
 * Runs what a person asked for, once at a time, and keeps what went wrong in words.
 *
 * @example const { run, busy, problem } = useAction();
 */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // The state shows only at the next render; a second click can come before.
  const running = useRef(false);
  const run = async (action: () => Promise<void>): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await action();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, busy, problem };
}

/** What went wrong with what the person just asked for. */
export function Problem({ text }: { text: string | null }) {
  return (
    <p class="problem" role="alert" hidden={text === null}>
      {text}
    </p>
  );
}
