import { DetailedError, Upload } from 'tus-js-client';
import type { ByteSource } from '../../shared/bytes/source.ts';
import type { ServerAddress } from './api-client.ts';
import { CallError } from './command.ts';

const CHUNK = 8 * 1024 * 1024;

/**
 * Uploads a file by tus and answers the upload's id. A broken connection is taken up where it broke.
 *
 * @throws CallError when the server refuses it or stays away
 */
export async function uploadFile(
  { origin, token }: ServerAddress,
  source: ByteSource,
  options: { signal: AbortSignal; onProgress?: (sent: number) => void },
): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    // The file is handed over through `fileReader`, which reads it as everything else does.
    const upload = new Upload(Buffer.alloc(0), {
      endpoint: `${origin}/v1/uploads`,
      headers: { authorization: `Bearer ${token}` },
      metadata: { filename: source.name },
      uploadSize: source.size,
      chunkSize: CHUNK,
      retryDelays: [0, 500, 1_000, 3_000, 5_000, 10_000],
      storeFingerprintForResuming: false,
      fileReader: { openFile: async () => slices(source) },
      onProgress: (sent) => options.onProgress?.(sent),
      onSuccess: () => {
        if (upload.url) resolve(upload.url);
        else reject(new CallError('The server took the file but named no upload. Try again.'));
      },
      onError: (error) => reject(inWords(origin, error)),
    });
    options.signal.addEventListener('abort', () => {
      void upload.abort();
      reject(options.signal.reason);
    });
    upload.start();
  });
  return decodeURIComponent(new URL(url, origin).pathname.split('/').at(-1) ?? '');
}

function slices(source: ByteSource) {
  return {
    size: source.size,
    slice: async (start: number, end: number) => {
      const bytes = await source.read(start, end);
      // tus-js-client 4 asks every slice for the `size` that a Blob has.
      return { value: Object.assign(bytes, { size: bytes.length }), done: end >= source.size };
    },
    close: () => {},
  };
}

function inWords(origin: string, error: Error | DetailedError): CallError {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  const body = answer?.getBody();
  if (body) {
    try {
      const { message } = JSON.parse(body) as { message?: unknown };
      if (typeof message === 'string') return new CallError(message, { cause: error });
    } catch {
      // Not an answer of Rowcheck's; say what happened instead.
    }
  }
  return new CallError(
    answer
      ? `${origin} refused the upload with status ${answer.getStatus()}.`
      : `${origin} went away during the upload and did not come back. Try again once it runs.`,
    { cause: error },
  );
}
