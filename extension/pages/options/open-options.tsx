import { render } from 'preact';
import { Boundary } from '../../components/boundary.tsx';
import '../../styles/index.css';
import { type ConnectLink, connectLinkOf } from './connect-link.ts';
import { Options } from './options.tsx';

/**
 * Shows the settings. A connect link in the address, now or later, leaves the history before anything
 * else is done with it: it carries a token.
 */
export function openOptions(): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no place for the settings.');
  const show = (): void => {
    const link = takeLink();
    render(
      <Boundary id="options">
        <Options key={link?.token} link={link} />
      </Boundary>,
      root,
    );
  };
  addEventListener('hashchange', () => {
    if (location.hash) show();
  });
  show();
}

function takeLink(): ConnectLink | null {
  const link = connectLinkOf(location.hash);
  if (location.hash) history.replaceState(null, '', location.pathname);
  return link;
}
