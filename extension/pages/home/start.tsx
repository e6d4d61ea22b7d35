import { useEffect } from 'preact/hooks';
import { useLive } from '../../database/live.ts';
import { en } from '../../text/en.ts';
import { Welcome } from './welcome.tsx';

/** What stands beside the list while nothing of it is opened. */
export function Start() {
  const kept = useLive(
    async (read) => (await read.count('drafts')) + (await read.count('imports')),
    [],
  );
  useEffect(() => {
    document.title = en.name;
  }, []);
  if (kept === undefined) return <div class="view" />;
  return (
    <main class="view start">
      {kept === 0 ? (
        <Welcome />
      ) : (
        <div class="start-words">
          <h2>{en.home.pick}</h2>
          <p class="soft">{en.home.pickMore}</p>
        </div>
      )}
    </main>
  );
}
