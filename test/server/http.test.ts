import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { apiErrorSchema, type Role, sessionSchema } from '../../shared/contract/session.ts';
import { createTestServer, refusal, type TestServer } from './server.ts';
import { stores } from './stores.ts';

describe.each(stores)('HTTP on $name', ({ create }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer(await create());
  });
  afterAll(() => server.close());

  test('a token says who it is', async () => {
    const response = await server.call('GET', '/v1/session', { as: 'importer' });
    const session = sessionSchema.parse(await response.json());
    expect(session.workspace).toEqual(server.workspace);
    expect(session.token.role).toBe('importer');
  });

  test.each([
    ['no token', {}, 'missing-token'],
    ['another scheme', { headers: { Authorization: 'Basic YTpi' } }, 'missing-token'],
    ['something that is no token', { as: 'secret' }, 'invalid-token'],
    ['an unknown token', { as: `rc_${'a'.repeat(43)}` }, 'invalid-token'],
  ])('%s is refused', async (_name, given, code) => {
    expect(await refusal(await server.call('GET', '/v1/session', given))).toEqual([401, code]);
  });

  test('a token with the right beginning and a wrong end is refused', async () => {
    const token = server.tokens.admin;
    const wrong = token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA');
    const response = await server.call('GET', '/v1/session', { as: wrong });
    expect(await refusal(response)).toEqual([401, 'invalid-token']);
  });

  test('revoked and expired tokens are refused', async () => {
    const { tokens } = server.services;
    const revoked = await tokens.create(server.workspace.id, { name: 'x', role: 'admin' });
    expect((await server.call('GET', '/v1/session', { as: revoked.secret })).status).toBe(200);
    await tokens.revoke(server.workspace.id, revoked.id);
    const expired = await tokens.create(server.workspace.id, {
      name: 'y',
      role: 'admin',
      expiresAt: new Date(Date.now() - 1000),
    });
    for (const { secret } of [revoked, expired]) {
      const response = await server.call('GET', '/v1/session', { as: secret });
      expect(await refusal(response)).toEqual([401, 'invalid-token']);
    }
  });

  const user = { users: [{ id: 'u', name: 'U' }] };
  const team = { teams: [{ id: 't', name: 'T' }] };
  const type = { name: 'thing', fields: [{ name: 'a' }] };
  const routes: [method: string, path: string, needs: Role, body?: unknown][] = [
    ['GET', '/v1/session', 'viewer'],
    ['GET', '/v1/directory', 'viewer'],
    ['GET', '/v1/record-types', 'viewer'],
    ['GET', '/v1/record-types/{name}', 'viewer'],
    ['GET', '/v1/imports', 'viewer'],
    ['GET', '/v1/imports/{id}', 'viewer'],
    ['GET', '/v1/imports/{id}/errors', 'viewer'],
    ['GET', '/v1/imports/{id}/error-file', 'viewer'],
    ['POST', '/v1/imports', 'importer', {}],
    ['POST', '/v1/imports/{id}/cancel', 'importer'],
    ['GET', '/v1/records/{recordType}', 'viewer'],
    ['GET', '/v1/records/{recordType}/{id}', 'viewer'],
    ['POST', '/v1/records/lookup', 'viewer', {}],
    ['POST', '/v1/records', 'importer', {}],
    ['PATCH', '/v1/records/{recordType}/{id}', 'importer', {}],
    ['OPTIONS', '/v1/uploads', 'importer'],
    ['POST', '/v1/uploads', 'importer'],
    ['HEAD', '/v1/uploads/{id}', 'importer'],
    ['PATCH', '/v1/uploads/{id}', 'importer'],
    ['DELETE', '/v1/uploads/{id}', 'importer'],
    ['POST', '/v1/directory/users', 'admin', user],
    ['PUT', '/v1/directory/users', 'admin', user],
    ['POST', '/v1/directory/teams', 'admin', team],
    ['PUT', '/v1/directory/teams', 'admin', team],
    ['POST', '/v1/record-types', 'admin', type],
    ['GET', '/v1/tokens', 'admin'],
    ['POST', '/v1/tokens', 'admin', { name: 'n', role: 'viewer' }],
    ['DELETE', '/v1/tokens/{id}', 'admin'],
  ];
  const roles: Role[] = ['viewer', 'importer', 'admin'];
  test.each(routes)('%s %s needs at least %s', async (method, described, needs, body) => {
    const path = described.replace(/\{\w+\}/g, '1');
    expect((await server.call(method, path, { body })).status).toBe(401);
    for (const role of roles) {
      const response = await server.call(method, path, { as: role, body });
      const allowed = roles.indexOf(role) >= roles.indexOf(needs);
      expect([role, response.status !== 403]).toEqual([role, allowed]);
    }
  });

  test('every route that is described under /v1 is in the table', async () => {
    const document = (await (await server.call('GET', '/openapi.json')).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const described = Object.entries(document.paths)
      .filter(([path]) => path.startsWith('/v1/'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((one) => `${one.toUpperCase()} ${path}`),
      );
    const tested = routes.map(([method, path]) => `${method} ${path}`);
    expect(described.filter((route) => !tested.includes(route))).toEqual([]);
    expect(described.length).toBeGreaterThan(15);
  });

  test.each<[method: string, path: string, body?: unknown]>([
    ['GET', '/v1/record-types/%00'],
    ['GET', '/v1/records/%00/1'],
    ['GET', '/v1/record-types/contact?version=99999999999'],
    ['DELETE', '/v1/tokens/%00'],
    ['POST', '/v1/tokens', { name: 'a\u0000b', role: 'viewer' }],
    ['POST', '/v1/directory/teams', { teams: [{ id: 'a\u0000', name: 'A' }] }],
    ['POST', '/v1/record-types', { name: 'x', title: '\u0000', fields: [{ name: 'a' }] }],
  ])('a value that no database can hold is refused: %s %s', async (method, path, body) => {
    const response = await server.call(method, path, { as: 'admin', body });
    expect(await refusal(response)).toEqual([400, 'invalid-value']);
  });

  test('an invalid request names each place', async () => {
    const response = await server.call('POST', '/v1/tokens', {
      as: 'admin',
      body: { name: '', role: 'owner' },
    });
    expect(response.status).toBe(400);
    const error = apiErrorSchema.parse(await response.json());
    expect(error.code).toBe('invalid-request');
    expect(error.details?.map(({ path }) => path)).toEqual(['name', 'role']);
  });

  test('broken JSON, a missing body, a wrong content type', async () => {
    const send = (headers: Record<string, string>, body: string) =>
      server.app.request('/v1/tokens', {
        method: 'POST',
        headers: { Authorization: `Bearer ${server.tokens.admin}`, ...headers },
        body,
      });
    expect(await refusal(await send({ 'Content-Type': 'application/json' }, '{"name":'))).toEqual([
      400,
      'invalid-json',
    ]);
    expect(await refusal(await send({ 'Content-Type': 'text/plain' }, 'x'))).toEqual([
      415,
      'unsupported-content-type',
    ]);
    expect(await refusal(await send({ 'Content-Type': 'application/json' }, ''))).toEqual([
      400,
      'invalid-json',
    ]);
  });

  test('an address that leads nowhere', async () => {
    expect(await refusal(await server.call('GET', '/nowhere'))).toEqual([404, 'not-found']);
    expect(await refusal(await server.call('GET', '/v1/nowhere', { as: 'admin' }))).toEqual([
      404,
      'not-found',
    ]);
  });

  test('what breaks inside says nothing of the inside', async () => {
    vi.spyOn(server.services.workspaces, 'get').mockRejectedValueOnce(
      new Error('SELECT secret FROM cells'),
    );
    const response = await server.call('GET', '/v1/session', { as: 'viewer' });
    const text = await response.clone().text();
    expect(await refusal(response)).toEqual([500, 'internal']);
    expect(text).not.toContain('SELECT');
    const line = server.logged().find(({ event }) => event === 'request-failed');
    expect(line).toBeDefined();
    expect(JSON.stringify(line)).not.toContain('SELECT');
  });

  test('health and readiness need no token', async () => {
    expect(await (await server.call('GET', '/health')).json()).toEqual({ status: 'ok' });
    expect(await (await server.call('GET', '/ready')).json()).toEqual({ status: 'ok' });
  });

  test('the log has no tokens, no bodies and no query strings', async () => {
    await server.call('GET', '/v1/session?secret=in-query', { as: 'admin' });
    await server.call('POST', '/v1/directory/users', {
      as: 'admin',
      body: { users: [{ id: 'u9', name: 'in-body' }] },
    });
    const log = JSON.stringify(server.logged());
    expect(log).toContain('/v1/session');
    for (const secret of ['in-query', 'in-body', ...Object.values(server.tokens)]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('who may call', () => {
  let server: TestServer;
  beforeAll(async () => {
    const [pglite] = stores;
    if (!pglite) throw new Error('No store');
    server = await createTestServer(await pglite.create(), {
      limits: { failedAttempts: 3, jsonBody: 1000 },
      allowedOrigins: ['https://app.example'],
    });
  });
  afterAll(() => server.close());

  test.each([
    ['localhost:8787', 200],
    ['127.0.0.1:8787', 200],
    ['[::1]:8787', 200],
    ['192.168.1.20', 200],
    ['rowcheck.example', 200],
    ['evil.example', 403],
    ['evil.example:8787', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example', 403],
  ])('host %s: %i', async (host, status) => {
    expect((await server.call('GET', '/health', { headers: { host } })).status).toBe(status);
  });

  test.each([
    ['http://127.0.0.1:8787', 200],
    ['https://127.0.0.1:8787', 200],
    ['chrome-extension://abcdefghijklmnopabcdefghijklmnop', 200],
    ['moz-extension://5f1b0a3c-7f8e-4a5e-9a53-7d4f8f1f2a11', 200],
    ['https://app.example', 200],
    ['http://127.0.0.1:9999', 403],
    ['http://localhost:8787', 403],
    ['https://evil.example', 403],
    ['https://app.example.evil.example', 403],
    ['null', 403],
  ])('origin %s: %i', async (origin, status) => {
    const headers = { host: '127.0.0.1:8787', origin };
    const response = await server.call('GET', '/health', { headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(
      status === 200 ? origin : null,
    );
  });

  test('an extension may ask beforehand, another page may not', async () => {
    const ask = (origin: string) =>
      server.call('OPTIONS', '/v1/uploads', {
        headers: {
          origin,
          'Access-Control-Request-Method': 'PATCH',
          'Access-Control-Request-Headers': 'authorization,upload-offset,tus-resumable',
        },
      });
    const extension = await ask('chrome-extension://abcdefghijklmnopabcdefghijklmnop');
    expect(extension.status).toBe(204);
    const headers = extension.headers.get('Access-Control-Allow-Headers') ?? '';
    for (const name of ['Authorization', 'Idempotency-Key', 'Upload-Offset', 'Tus-Resumable']) {
      expect(headers).toContain(name);
    }
    expect(extension.headers.get('Access-Control-Allow-Methods')).toContain('PATCH');
    expect(await refusal(await ask('https://evil.example'))).toEqual([403, 'unknown-origin']);
  });

  test('errors can be read by an extension too', async () => {
    const origin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
    const response = await server.call('GET', '/v1/session', { headers: { origin } });
    expect(response.status).toBe(401);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(origin);
  });

  test('an address with too many wrong tokens waits, one with a good token does not', async () => {
    const from = (remoteAddress: string, token: string) =>
      server.app.request(
        '/v1/session',
        { headers: { Authorization: `Bearer ${token}` } },
        { incoming: { socket: { remoteAddress } } },
      );
    const unused = await server.tokenOf('viewer');
    expect((await from('10.0.0.1', server.tokens.viewer)).status).toBe(200);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect((await from('10.0.0.1', 'rc_wrong')).status).toBe(401);
    }
    const refused = await from('10.0.0.1', 'rc_wrong');
    expect(await refusal(refused.clone())).toEqual([429, 'too-many-attempts']);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await from('10.0.0.1', unused)).status).toBe(429);
    expect((await from('10.0.0.1', server.tokens.viewer)).status).toBe(200);
    expect((await from('10.0.0.2', unused)).status).toBe(200);
  });

  test('a request that is too large is refused', async () => {
    const response = await server.call('POST', '/v1/directory/users', {
      as: 'admin',
      body: { users: [{ id: 'u', name: 'x'.repeat(2000) }] },
    });
    expect(await refusal(response)).toEqual([413, 'request-too-large']);
  });

  test('answers are safe to show and never cached', async () => {
    const response = await server.call('GET', '/v1/session', { as: 'viewer' });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });
});
