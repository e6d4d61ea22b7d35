import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILD } from '../../server/cli/build.ts';
import type { Figure } from './measure.ts';

/** Everything that the popup loads before it first paints: the page, its styles and static imports. */
export function popupFiles(): string[] {
  const found = new Set<string>(['popup.html']);
  const html = readFileSync(join(BUILD, 'popup.html'), 'utf8');
  for (const [, path] of html.matchAll(/(?:src|href)="\/?([^"#]+\.(?:js|css))"/g)) {
    if (path) addModule(path, found);
  }
  return [...found];
}

function addModule(path: string, found: Set<string>): void {
  if (found.has(path)) return;
  found.add(path);
  if (!path.endsWith('.js')) return;
  const code = readFileSync(join(BUILD, path), 'utf8');
  // Static imports only: `import"./x.js"`, `from"./x.js"`; a dynamic `import("./x.js")` comes later.
  for (const [, next] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
    if (next) addModule(normalize(join(dirname(path), next)), found);
  }
}

export function benchBundle(): Figure {
  const files = popupFiles();
  const bytes = files.map((path) => gzipSync(readFileSync(join(BUILD, path)), { level: 9 }).length);
  return {
    name: 'what the popup loads before it first paints, gzipped',
    ours: bytes.reduce((sum, size) => sum + size, 0) / 1000,
    unit: 'kB',
    note: `${files.length} files`,
  };
}
