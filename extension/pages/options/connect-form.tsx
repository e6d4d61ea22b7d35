import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem, useAction } from '../../components/action.tsx';
import { Note } from '../../components/note.tsx';
import { askPermission, connect } from '../../database/actions.ts';
import { en } from '../../text/en.ts';
import { type ConnectLink, connectLinkOf } from './connect-link.ts';
import { mayTalkTo } from './permission.ts';

/**
 * Address and token of a server. The permission is asked for in the click itself; a connect link
 * whose server was allowed before connects at once.
 */
export function ConnectForm({
  link,
  replaces,
  onConnected,
  onKeep,
}: {
  /** What the form begins with. */
  link: ConnectLink | null;
  /** Name of the workspace that is connected now; null when none is. */
  replaces: string | null;
  onConnected(): void;
  /** The present connection is kept. */
  onKeep(): void;
}) {
  const [address, setAddress] = useState(link?.address ?? '');
  const [token, setToken] = useState(link?.token ?? '');
  const [fromLink, setFromLink] = useState(link !== null && link.token !== '');
  const { run, busy, problem } = useAction();
  const tokenInput = useRef<HTMLInputElement>(null);

  // Only for the link that the page was opened with.
  useEffect(() => {
    if (!link?.token) return;
    void run(async () => {
      if (!(await mayTalkTo(link.address))) return;
      await connect(link);
      onConnected();
    });
  }, []);

  const fill = (text: string): boolean => {
    const found = connectLinkOf(text);
    if (!found) return false;
    setAddress(found.address);
    setToken(found.token);
    setFromLink(true);
    return true;
  };

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() === '') {
          tokenInput.current?.focus();
          void run(() => Promise.reject(new Error(en.options.noToken)));
          return;
        }
        // Browsers show the question only in the click itself: nothing may be awaited before.
        const asked = askPermission(address);
        void run(async () => {
          if (!(await asked)) throw new Error(en.options.denied(address.trim()));
          await connect({ address, token });
          onConnected();
        });
      }}
    >
      <p class="soft">{replaces === null ? en.options.lead : en.options.replacing(replaces)}</p>
      <div class="field">
        <label for="address">{en.options.address}</label>
        <input
          id="address"
          class="input"
          type="text"
          inputMode="url"
          autocomplete="url"
          spellcheck={false}
          placeholder="https://rowcheck.example.org"
          aria-describedby="address-hint"
          required
          value={address}
          onInput={(event) => {
            setAddress(event.currentTarget.value);
            setFromLink(false);
          }}
          onPaste={(event) => {
            if (fill(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
          }}
        />
        <p class="small soft" id="address-hint">
          {en.options.addressHint}
        </p>
      </div>
      <div class="field">
        <label for="token">{en.options.token}</label>
        <input
          id="token"
          ref={tokenInput}
          class="input"
          type="password"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="token-hint"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
          onPaste={(event) => {
            if (fill(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
          }}
        />
        <p class="small soft" id="token-hint">
          {en.options.tokenHint}
        </p>
      </div>
      <Problem text={problem} />
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {busy ? en.options.connecting : en.options.connect}
        </button>
        {replaces !== null && (
          <button type="button" class="button" disabled={busy} onClick={onKeep}>
            {en.common.cancel}
          </button>
        )}
      </div>
      <Note icon="info">{fromLink ? en.options.linkRead : en.options.permission}</Note>
    </form>
  );
}
