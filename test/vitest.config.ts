import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { isGiven } from './given/folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One project per part of the house; `e2e` drives real browsers and runs one file at a time. */
export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'shared', include: ['test/shared/**/*.test.ts'] } },
      ...(isGiven ? [{ root, test: { name: 'given', include: ['test/given/*.test.ts'] } }] : []),
      {
        root,
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/server/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [preact()],
        test: { name: 'extension', include: ['test/extension/**/*.test.{ts,tsx}'] },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/support/setup.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
