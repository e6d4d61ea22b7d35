import { createHash } from 'node:crypto';
import { cpSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies a build of the extension to `folder` with the given origins granted from the start. The
 * shipped build grants none: a person is asked for one when connecting, and that prompt belongs to
 * the browser, so no program can answer it.
 *
 * @param origins match patterns, e.g. `http://127.0.0.1/*` (a pattern without port fits every port)
 */
export function copyExtension(build: string, folder: string, origins: readonly string[]): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(build, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: origins }, null, 2));
}

/**
 * The id that Chromium gives an unpacked extension: the first 16 bytes of the SHA-256 of its folder,
 * each half byte as a letter from a to p (components/crx_file/id_util.cc).
 */
export function extensionId(folder: string): string {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
