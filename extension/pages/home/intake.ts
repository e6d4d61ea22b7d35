import { useEffect, useState } from 'preact/hooks';
import { addDraft } from '../../database/drafts.ts';
import { en } from '../../text/en.ts';
import { goTo } from '../use-route.ts';
import { tableOf } from './table-paste.ts';

/** How files come in, wherever on the page they are dropped or pasted. */
export interface Intake {
  take(files: readonly File[]): Promise<void>;
  /** A file is being held over the page. */
  over: boolean;
  /** Why a file could not be taken. */
  problem: string | null;
}

/** Takes files that are chosen, dropped or pasted and makes a draft of each. */
export function useIntake(): Intake {
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const take = async (files: readonly File[]): Promise<void> => {
    setProblem(null);
    try {
      const ids: string[] = [];
      for (const file of files) ids.push(await addDraft(file));
      const [first] = ids;
      if (first !== undefined)
        goTo(ids.length === 1 ? { view: 'draft', id: first } : { view: 'home' });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : en.home.notKept);
    }
  };

  // Once for the life of the page: `take` needs nothing that changes.
  useEffect(() => {
    const page = new AbortController();
    const on = <K extends keyof WindowEventMap>(
      type: K,
      listener: (event: WindowEventMap[K]) => void,
    ): void => addEventListener(type, listener, { signal: page.signal });

    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    });
    on('dragleave', (event) => {
      // Leaving the page, not moving from one element to the next.
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void take(files);
    });
    on('paste', (event) => {
      if (takesText(event.target) || !event.clipboardData) return;
      const table = tableOf(event.clipboardData);
      if (!table) return setProblem(en.home.clipboardEmpty);
      event.preventDefault();
      void take([
        'file' in table
          ? table.file
          : new File([table.text], en.home.pasteName, { type: 'text/tab-separated-values' }),
      ]);
    });
    return () => page.abort();
  }, []);

  return { take, over, problem };
}

/** The place where a paste belongs to the page itself. */
function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
