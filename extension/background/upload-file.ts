import { type DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import type { ServerAccess } from '../server-client/client.ts';
import { problemOf, ServerProblem, unreachable } from '../server-client/problem.ts';
import { createFetchStack } from './fetch-stack.ts';

const SMALLEST = 256 * 1024;
const FIRST = 1024 * 1024;
const LARGEST = 16 * 1024 * 1024;
/** A browser stops a worker whose request takes 30 s; chunks are sized to stay well below. */
const REQUEST_TIMEOUT = 25_000;

export interface FileToUpload {
  blob: Blob;
  fileName: string;
  /** Where an earlier attempt was given its place; null for the first one. */
  url: string | null;
}

export interface UploadEvents {
  /** The server gave the upload a place, from which a later attempt continues. */
  onUrl(url: string): Promise<void>;
  /** So many bytes are safely at the server. */
  onAccepted(bytes: number): Promise<void>;
}

/**
 * Sends a file in chunks by the tus protocol (https://tus.io/protocols/resumable-upload), continuing
 * where an earlier attempt ended.
 *
 * @returns the address of the complete upload
 * @throws ServerProblem; the signal's reason once it is aborted
 */
export function uploadFile(
  { origin, token }: ServerAccess,
  { blob, fileName, url }: FileToUpload,
  { onUrl, onAccepted }: UploadEvents,
  signal: AbortSignal,
  fetch?: typeof globalThis.fetch,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let chunkStarted = 0;
    // Writes to the database follow each other and are done before the upload counts as done.
    let written = Promise.resolve();
    const then = (write: () => Promise<void>): void => {
      written = written.then(write);
      written.catch((error: unknown) => stop(error));
    };
    const options: UploadOptions = {
      endpoint: `${origin}/v1/uploads`,
      uploadUrl: url,
      headers: { authorization: `Bearer ${token}` },
      metadata: { filename: fileName },
      chunkSize: FIRST,
      // The pauses between attempts are kept in the database: this worker may not live to see them.
      retryDelays: null,
      storeFingerprintForResuming: false,
      fingerprint: async () => '',
      fileReader: { openFile: async () => sourceOf(blob) },
      httpStack: createFetchStack(origin, REQUEST_TIMEOUT, fetch),
      onBeforeRequest: () => {
        chunkStarted = performance.now();
      },
      onUploadUrlAvailable: () => {
        const given = upload.url;
        if (given && given !== url) then(() => onUrl(given));
      },
      onChunkComplete: (size, accepted) => {
        upload.options.chunkSize = nextChunk(size, performance.now() - chunkStarted);
        then(() => onAccepted(accepted));
      },
      onSuccess: () => {
        written.then(() => resolve(upload.url ?? ''), reject);
      },
      onError: (error) => reject(signal.aborted ? signal.reason : problem(origin, error)),
    };
    const upload = new Upload(blob, options);
    const stop = (reason: unknown): void => {
      void upload.abort();
      reject(reason);
    };
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', () => stop(signal.reason), { once: true });
    upload.start();
  });
}

/** Chunks of about two to eight seconds: few requests on a fast line, no time-outs on a slow one. */
function nextChunk(size: number, milliseconds: number): number {
  if (milliseconds < 2_000) return Math.min(LARGEST, Math.max(size, SMALLEST) * 2);
  if (milliseconds > 8_000) return Math.max(SMALLEST, Math.floor(size / 2));
  return Math.min(LARGEST, Math.max(size, SMALLEST));
}

function sourceOf(blob: Blob) {
  return {
    size: blob.size,
    slice: async (start: number, end: number) => ({
      value: blob.slice(start, end),
      done: end >= blob.size,
    }),
    close: () => {},
  };
}

function problem(origin: string, error: Error | DetailedError): ServerProblem {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return unreachable(origin, error);
  const status = response.getStatus();
  // Success of a kind that is not of the protocol: a proxy or another server answered.
  if (status < 400) return new ServerProblem('wrong-address', `${origin} does not take uploads.`);
  return problemOf(origin, status, response.getBody());
}
