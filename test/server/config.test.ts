import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';

test('without settings the server is local and embedded', () => {
  expect(readConfig({})).toMatchObject({
    dataFolder: resolve('.data'),
    databaseUrl: null,
    host: '127.0.0.1',
    port: 8787,
    limits: { fileSize: 512 * 1024 * 1024, rows: 5_000_000, waitingImports: 100 },
  });
});

test('what the call says wins over the environment', () => {
  const environment = { ROWCHECK_PORT: '9000', ROWCHECK_DATA: '/tmp/a', ROWCHECK_HOST: '' };
  const config = readConfig(environment, { port: 0 });
  expect([config.port, config.dataFolder, config.host]).toEqual([0, '/tmp/a', '127.0.0.1']);
});

test('limits and lists are read', () => {
  const config = readConfig({
    ROWCHECK_MAX_FILE_MB: '1',
    ROWCHECK_MAX_OPEN_UPLOADS: '3',
    ROWCHECK_ALLOWED_HOSTS: 'Rows.example, other.example:8080',
    ROWCHECK_ALLOWED_ORIGINS: 'https://app.example',
  });
  expect(config.limits).toMatchObject({ fileSize: 1024 * 1024, openUploads: 3 });
  expect(config.allowedHosts).toEqual(['rows.example', 'other.example:8080']);
  expect(config.allowedOrigins).toEqual(['https://app.example']);
});

test('every setting that cannot be used is named', () => {
  const environment = {
    ROWCHECK_PORT: '70000',
    DATABASE_URL: 'mysql://host',
    ROWCHECK_ALLOWED_ORIGINS: 'https://app.example/path',
    ROWCHECK_MAX_ROWS: 'many',
  };
  expect(() => readConfig(environment)).toThrow(ConfigError);
  for (const name of Object.keys(environment)) {
    expect(() => readConfig(environment)).toThrow(name);
  }
});
