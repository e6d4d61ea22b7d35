/**
 * The few globals that browsers, workers and Node all have and that `shared` may use.
 * `shared` is compiled without DOM and Node types, so that anything else is an error there.
 */

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly origin: string;
  readonly hostname: string;
  readonly href: string;
}

interface ReadableStreamDefaultReader<T> {
  read(): Promise<{ done: false; value: T } | { done: true; value: undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

declare class ReadableStream<T> {
  constructor(source: {
    pull(controller: {
      enqueue(chunk: T): void;
      close(): void;
      error(reason: unknown): void;
    }): Promise<void>;
  });
  getReader(): ReadableStreamDefaultReader<T>;
  pipeThrough<U>(transform: { readonly readable: ReadableStream<U> }): ReadableStream<U>;
}

declare class DecompressionStream {
  constructor(format: 'deflate-raw');
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
}
