/**
 * WXT writes this type anew for every set of entrypoints, into a folder that is not part of the
 * sources; the compiler must not depend on a build.
 */
declare module 'wxt/browser' {
  export interface WxtRuntime {
    getURL(path: `/${string}`): string;
  }
}

export {};
