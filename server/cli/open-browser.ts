import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { BUILD } from './build.ts';
import { copyExtension, extensionId } from './extension-copy.ts';

/** Whether a window can be shown here. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens a Chromium of its own profile with the extension loaded, allowed to talk to this one server,
 * and connected by its connect link.
 */
export function openBrowser(options: {
  chromium: string;
  dataFolder: string;
  origin: string;
  token: string;
}): ChildProcess {
  const extension = join(options.dataFolder, 'extension');
  copyExtension(BUILD, extension, [`${options.origin}/*`]);
  const link = connectFragment(options);
  const child = spawn(
    options.chromium,
    [
      `--user-data-dir=${join(options.dataFolder, 'browser')}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium refuses to start its sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `chrome-extension://${extensionId(extension)}/options.html#${link}`,
    ],
    { stdio: 'ignore' },
  );
  // Without a browser the server is as useful; the person is told how to load the extension.
  child.on('error', () => {});
  return child;
}

/** The part of a connect link that a person can paste into the settings of the extension. */
export function connectFragment({ origin, token }: { origin: string; token: string }): string {
  return new URLSearchParams({ connect: origin, token }).toString();
}
