import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { BUILD } from './build.ts';
import { copyExtension, extensionId } from './extension-copy.ts';

/** Whether a window can be shown here. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens a Chromium of its own profile with the extension loaded, allowed to talk to this one server,
 * and connected by its connect link. The browser ends with this process.
 */
export function openBrowser(options: {
  chromium: string;
  dataFolder: string;
  origin: string;
  token: string;
}): ChildProcess {
  const extension = join(options.dataFolder, 'extension');
  copyExtension(BUILD, extension, [`${options.origin}/*`]);
  const child = spawn(
    options.chromium,
    [
      `--user-data-dir=${join(options.dataFolder, 'browser')}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--remote-debugging-pipe',
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium refuses to start its sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
    // Debugging speaks through the pipes 3 and 4: no port is open for anybody else.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  // Without a browser the server is as useful; the person is told how to load the extension.
  child.on('error', () => {});
  const origin = `chrome-extension://${extensionId(extension)}/`;
  showOnceLoaded(child, origin, `${origin}options.html#${connectFragment(options)}`);
  return child;
}

/** The part of a connect link that a person can paste into the settings of the extension. */
export function connectFragment({ origin, token }: { origin: string; token: string }): string {
  return new URLSearchParams({ connect: origin, token }).toString();
}

interface DebuggerEvent {
  method?: string;
  params?: { targetInfo?: { targetId: string; type: string; url: string } };
}

/**
 * Opens a page of the extension in place of the blank one as soon as the extension's background is
 * there. A page named on the command line would be blocked: it is opened before extensions load.
 */
function showOnceLoaded(browser: ChildProcess, origin: string, page: string): void {
  const commands = browser.stdio[3] as Writable;
  const events = browser.stdio[4] as Readable;
  let last = 0;
  const send = (method: string, params: object): void => {
    commands.write(`${JSON.stringify({ id: ++last, method, params })}\0`);
  };
  let blank: string | null = null;
  let background = false;
  let shown = false;
  let rest = '';
  commands.on('error', () => {});
  events.setEncoding('utf8').on('data', (text: string) => {
    const messages = `${rest}${text}`.split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const target = (JSON.parse(message) as DebuggerEvent).params?.targetInfo;
      if (target?.type === 'page' && target.url === 'about:blank') blank = target.targetId;
      if (target?.type === 'service_worker' && target.url.startsWith(origin)) background = true;
    }
    if (shown || blank === null || !background) return;
    shown = true;
    send('Target.createTarget', { url: page });
    send('Target.closeTarget', { targetId: blank });
  });
  send('Target.setDiscoverTargets', { discover: true });
}
