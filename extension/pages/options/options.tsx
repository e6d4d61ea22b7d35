import { useState } from 'preact/hooks';
import { View } from '../../components/view.tsx';
import { Logo } from '../../icons/logo.tsx';
import { en } from '../../text/en.ts';
import { useConnection } from '../live-records.ts';
import { ConnectForm } from './connect-form.tsx';
import type { ConnectLink } from './connect-link.ts';
import { Connected } from './connected.tsx';
import { Notifications } from './notifications.tsx';
import { Storage } from './storage.tsx';

/** The settings: which server, notifications, and what is stored. */
export function Options({ link }: { link: ConnectLink | null }) {
  return (
    <div class="settings">
      <View
        title={en.options.title}
        trailing={
          <a class="brand soft" href="/workbench.html#/">
            <Logo />
            {en.name}
          </a>
        }
      >
        <section class="card" aria-labelledby="connection">
          <h2 id="connection">{en.options.connection}</h2>
          <ConnectionPart link={link} />
        </section>
        <Notifications />
        <Storage />
      </View>
    </div>
  );
}

/** The connected server, or the form for one: also when a link offers another in its place. */
function ConnectionPart({ link }: { link: ConnectLink | null }) {
  const connection = useConnection();
  const [offered, setOffered] = useState(link);
  if (connection === undefined) return null;
  if (connection && !offered) {
    const { origin } = connection;
    return (
      <Connected
        connection={connection}
        onAnew={() => setOffered({ address: origin, token: '' })}
      />
    );
  }
  return (
    <ConnectForm
      link={offered}
      replaces={connection?.workspace.name ?? null}
      onConnected={() => setOffered(null)}
      onKeep={() => setOffered(null)}
    />
  );
}
