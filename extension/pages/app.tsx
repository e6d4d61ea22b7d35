import { useEffect } from 'preact/hooks';
import { Boundary } from '../components/boundary.tsx';
import { lazy } from '../components/lazy.tsx';
import { Icon } from '../icons/icon.tsx';
import { en } from '../text/en.ts';
import { useWide } from './device.ts';
import { Home } from './home/home.tsx';
import { type Intake, useIntake } from './home/intake.ts';
import { Start } from './home/start.tsx';
import { hrefOf, type Route } from './route.ts';
import { useRoute } from './use-route.ts';

const DraftView = lazy(async () => (await import('./draft/draft-view.tsx')).DraftView, EmptyView);
const ColumnsView = lazy(
  async () => (await import('./draft/columns-view.tsx')).ColumnsView,
  EmptyView,
);
const CauseView = lazy(async () => (await import('./draft/cause-view.tsx')).CauseView, EmptyView);
const ImportView = lazy(
  async () => (await import('./import/import-view.tsx')).ImportView,
  EmptyView,
);

function EmptyView() {
  return <div class="view" />;
}

/**
 * The one app of popup and tab: a view for every route; where there is room, the list of drafts and
 * imports stands beside it.
 */
export function App({ popup }: { popup: boolean }) {
  const route = useRoute();
  const wide = useWide() && !popup;
  const intake = useIntake();
  useEffect(() => {
    // The list is painted; whatever is opened from it is there when it is clicked.
    for (const view of [DraftView, ImportView]) void view.preload();
  }, []);
  const home = <Home intake={intake} popup={popup} route={route} aside={wide} />;
  const view = <Routed route={route} />;
  return (
    <div class={wide ? 'page wide' : 'page'}>
      {wide ? (
        <>
          <div class="side">
            <Boundary id="list">{home}</Boundary>
          </div>
          <div class="content">{route.view === 'home' ? <Start /> : view}</div>
        </>
      ) : (
        <Boundary id={hrefOf(route)}>{route.view === 'home' ? home : view}</Boundary>
      )}
      <Over intake={intake} />
    </div>
  );
}

function Routed({ route }: { route: Route }) {
  const key = hrefOf(route);
  return (
    <Boundary id={key} key={key}>
      {route.view === 'draft' && <DraftView id={route.id} />}
      {route.view === 'columns' && <ColumnsView id={route.id} />}
      {route.view === 'cause' && <CauseView id={route.id} cause={route.cause} />}
      {route.view === 'import' && <ImportView id={route.id} />}
    </Boundary>
  );
}

function Over({ intake }: { intake: Intake }) {
  if (!intake.over) return null;
  return (
    <div class="drop-over">
      <Icon name="down" />
      {en.home.dropHere}
    </div>
  );
}
