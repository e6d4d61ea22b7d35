import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from './server.ts';
import { stores } from './stores.ts';

let server: TestServer;
beforeAll(async () => {
  const [pglite] = stores;
  if (!pglite) throw new Error('No store');
  server = await createTestServer(await pglite.create());
});
afterAll(() => server.close());

interface Operation {
  summary?: string;
  tags?: string[];
  security?: unknown[];
  responses: Record<string, { content?: Record<string, { schema?: { $ref?: string } }> }>;
}

async function operations() {
  const document = (await (await server.call('GET', '/openapi.json')).json()) as {
    openapi: string;
    tags: { name: string }[];
    paths: Record<string, Record<string, Operation>>;
    components: { securitySchemes: unknown; schemas: Record<string, unknown> };
  };
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return { document, all };
}

test('the document is OpenAPI 3.1 with its security scheme', async () => {
  const { document } = await operations();
  expect(document.openapi).toBe('3.1.0');
  expect(document.components.securitySchemes).toMatchObject({
    token: { type: 'http', scheme: 'bearer' },
  });
});

test('every operation says what it is, whom it lets in, and how it fails', async () => {
  const { document, all } = await operations();
  const tags = document.tags.map(({ name }) => name);
  for (const { path, method, operation } of all) {
    const name = `${method} ${path}`;
    expect([name, operation.summary]).toEqual([name, expect.any(String)]);
    expect([name, operation.tags?.every((tag) => tags.includes(tag))]).toEqual([name, true]);
    if (!path.startsWith('/v1/')) continue;
    expect([name, operation.security]).toEqual([name, [{ token: [] }]]);
    for (const [status, response] of Object.entries(operation.responses)) {
      if (Number(status) < 400) continue;
      const schema = response.content?.['application/json']?.schema;
      expect([name, status, schema?.$ref]).toEqual([name, status, '#/components/schemas/Error']);
    }
    expect([name, Object.keys(operation.responses)]).toEqual([
      name,
      expect.arrayContaining(['401', '403', '429']),
    ]);
  }
});

test('every reference in the document leads somewhere', async () => {
  const { document } = await operations();
  const references = JSON.stringify(document).match(/#\/components\/schemas\/[\w-]+/g) ?? [];
  expect(references.length).toBeGreaterThan(0);
  for (const reference of references) {
    expect(document.components.schemas).toHaveProperty(reference.split('/').at(-1) ?? '');
  }
});

test('the pages for people load nothing from elsewhere', async () => {
  for (const path of ['/', '/docs']) {
    const response = await server.call('GET', path);
    expect(response.headers.get('Content-Type')).toContain('text/html');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    const page = await response.text();
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    for (const address of loaded) {
      expect(address).toMatch(/^\/[a-z]/);
      expect([address, (await server.call('GET', address ?? '')).status]).toEqual([address, 200]);
    }
  }
});

test('only the files of the page are served', async () => {
  for (const path of ['/docs/package.json', '/docs/..%2Fpackage.json', '/docs/constructor']) {
    expect([path, (await server.call('GET', path)).status]).toEqual([path, 404]);
  }
});
