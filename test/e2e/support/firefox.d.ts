/** The part of Firefox's extension API that tests call in a page of the extension. */
declare const browser: typeof chrome & {
  action: { openPopup(): Promise<void> };
  extension: { getViews(filter: { type: 'popup' | 'tab' }): Window[] };
  permissions: { contains(permissions: { origins: string[] }): Promise<boolean> };
  runtime: {
    /** The page that the background runs in, started if it was not running. */
    getBackgroundPage(): Promise<Window & { browser: typeof browser; told: string[] }>;
  };
};
