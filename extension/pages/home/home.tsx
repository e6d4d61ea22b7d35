import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useFocusOnOpen } from '../../components/focus.ts';
import { useLive } from '../../database/live.ts';
import type { Draft, StoredImport } from '../../database/schema.ts';
import { Icon } from '../../icons/icon.tsx';
import { Logo } from '../../icons/logo.tsx';
import { en } from '../../text/en.ts';
import { useNow } from '../device.ts';
import { useConnection } from '../live-records.ts';
import type { Route } from '../route.ts';
import { ConnectionState } from './connection-state.tsx';
import { DraftItem } from './draft-item.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportItem } from './import-item.tsx';
import type { Intake } from './intake.ts';
import { Welcome } from './welcome.tsx';

/** More than anybody scrolls through; older ones stay at the server. */
const LISTED = 100;

/** The start: a place for a file, the drafts, and the imports with their live progress. */
export function Home({
  intake,
  popup,
  route,
  aside,
}: {
  intake: Intake;
  popup: boolean;
  route: Route;
  /** It stands beside another view, which has the title and the welcome. */
  aside: boolean;
}) {
  const now = useNow();
  const connection = useConnection();
  const drafts = useLive(async (read) => openDrafts(await read.getAll('drafts')), []);
  const imports = useLive(async (read) => recent(await read.getAll('imports')), []);
  const current = route.view === 'home' ? null : route.id;
  const known = drafts !== undefined && imports !== undefined;
  const nothing = known && drafts.length === 0 && imports.length === 0;

  // Beside another view, that view has the heading of the page and takes the focus.
  const Title = aside ? 'p' : 'h1';
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnOpen(heading);
  useEffect(() => {
    if (!aside) document.title = en.name;
  }, [aside]);

  return (
    <div class="view">
      <header class="head">
        <Title class="grow title" {...(aside ? {} : { ref: heading, tabIndex: -1 })}>
          <a class="brand" href="#/">
            <Logo />
            {en.name}
          </a>
        </Title>
        <ConnectionState connection={connection} />
        {popup && (
          <a
            class="icon-button"
            href="/workbench.html#/"
            target="_blank"
            rel="noopener"
            aria-label={en.common.openTab}
            title={en.common.openTab}
          >
            <Icon name="tab" />
          </a>
        )}
        <a
          class="icon-button"
          href="/options.html"
          target="_blank"
          rel="noopener"
          aria-label={en.common.settings}
          title={en.common.settings}
        >
          <Icon name="settings" />
        </a>
      </header>
      <Body as={aside ? 'nav' : 'main'}>
        <DropZone intake={intake} choose={popup && import.meta.env.FIREFOX ? 'tab' : 'here'} />
        {drafts && drafts.length > 0 && (
          <section class="section">
            <h2>{en.home.drafts}</h2>
            <ul class="list">
              {drafts.map((draft) => (
                <li key={draft.id}>
                  <DraftItem draft={draft} now={now} current={draft.id === current} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {imports && imports.length > 0 && (
          <section class="section">
            <h2>{en.home.imports}</h2>
            <ul class="list">
              {imports.map((stored) => (
                <li key={stored.id}>
                  <ImportItem stored={stored} now={now} current={stored.id === current} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {nothing && !aside && <Welcome />}
      </Body>
    </div>
  );
}

function Body({ as: Tag, children }: { as: 'nav' | 'main'; children: ComponentChildren }) {
  return (
    <Tag class="body" {...(Tag === 'nav' ? { 'aria-label': en.home.imports } : {})}>
      <div class="stack">{children}</div>
    </Tag>
  );
}

function openDrafts(drafts: Draft[]): Draft[] {
  return drafts
    .filter((draft) => draft.submittedAs === null)
    .sort((a, b) => b.createdAt - a.createdAt);
}

function recent(imports: StoredImport[]): StoredImport[] {
  return imports.sort((a, b) => b.createdAt - a.createdAt).slice(0, LISTED);
}
