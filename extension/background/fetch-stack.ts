import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';

/**
 * Lets tus-js-client work where there is no XMLHttpRequest: in a service worker. `fetch` tells nothing
 * of bytes under way, so progress comes per chunk.
 *
 * @param origin requests to any other are refused: they carry the token
 * @param timeout milliseconds for one request
 */
export function createFetchStack(
  origin: string,
  timeout: number,
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
): HttpStack {
  return {
    getName: () => 'fetch',
    createRequest: (method, url) => createRequest(method, url, origin, timeout, fetch),
  };
}

function createRequest(
  method: string,
  url: string,
  origin: string,
  timeout: number,
  fetch: typeof globalThis.fetch,
): HttpRequest {
  const headers = new Map<string, string>();
  const abort = new AbortController();
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (header, value) => {
      headers.set(header, value);
    },
    getHeader: (header) => headers.get(header),
    setProgressHandler: () => {},
    async send(body: Blob | null | undefined) {
      if (new URL(url).origin !== origin) {
        throw new Error(`The server named an address that is not its own (${url}).`);
      }
      const response = await fetch(url, {
        method,
        headers: [...headers],
        body: body ?? null,
        signal: AbortSignal.any([abort.signal, AbortSignal.timeout(timeout)]),
        cache: 'no-store',
        credentials: 'omit',
      });
      return responseOf(response, await response.text());
    },
    async abort() {
      abort.abort();
    },
    getUnderlyingObject: () => null,
  };
}

function responseOf(response: Response, body: string): HttpResponse {
  return {
    getStatus: () => response.status,
    getHeader: (header) => response.headers.get(header) ?? undefined,
    getBody: () => body,
    getUnderlyingObject: () => response,
  };
}
