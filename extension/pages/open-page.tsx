import { render } from 'preact';
import { superviseChecks } from '../check/supervise.ts';
import { sendMessage } from '../messages/runtime.ts';
import '../styles/index.css';
import { App } from './app.tsx';
import { closeAfterLink } from './close-after-link.ts';

/** Shows the app and keeps the checks of this browser going while the page is open. */
export function openPage({ popup }: { popup: boolean }): void {
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no place for the app.');
  render(<App popup={popup} />, root);
  if (popup && import.meta.env.FIREFOX) closeAfterLink();
  superviseChecks();
  void sendMessage('wake', null).catch(() => {});
}
