import { useRef } from 'preact/hooks';
import { Problem } from '../../components/action.tsx';
import { Icon } from '../../icons/icon.tsx';
import { en } from '../../text/en.ts';
import type { Intake } from './intake.ts';

const ACCEPT = '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.ods,text/csv,text/tab-separated-values';

/**
 * Where a file is chosen, and where it is said that dropping and pasting work too.
 *
 * @param choose `tab` where the page would be closed by the file dialog: it is then opened in a tab
 */
export function DropZone({ intake, choose }: { intake: Intake; choose: 'here' | 'tab' }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="drop">
      {choose === 'tab' ? (
        <a class="button primary" href="/workbench.html#/" target="_blank" rel="noopener">
          <Icon name="tab" />
          {en.home.chooseInTab}
        </a>
      ) : (
        <button type="button" class="button primary" onClick={() => input.current?.click()}>
          {en.home.choose}
        </button>
      )}
      <input
        ref={input}
        class="unseen-text"
        type="file"
        multiple
        accept={ACCEPT}
        aria-label={en.home.fileLabel}
        data-testid="file"
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again right away.
          event.currentTarget.value = '';
          void intake.take(files);
        }}
      />
      <p class="small soft">
        {en.home.ways}
        <br />
        {en.home.privacy}
      </p>
      <Problem text={intake.problem} />
    </div>
  );
}
