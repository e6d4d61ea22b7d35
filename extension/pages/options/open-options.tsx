import { render } from 'preact';
import { Boundary } from '../../components/boundary.tsx';
import '../../styles/index.css';
import { connectLinkOf } from './connect-link.ts';
import { Options } from './options.tsx';

/** Shows the settings. A connect link in the address leaves the history before anything else. */
export function openOptions(): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no place for the settings.');
  const link = connectLinkOf(location.hash);
  if (location.hash) history.replaceState(null, '', location.pathname);
  render(
    <Boundary id="options">
      <Options link={link} />
    </Boundary>,
    root,
  );
}
