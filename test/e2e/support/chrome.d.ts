/**
 * The part of the extension API that tests call inside the background. It exists only there: code
 * handed to `evaluate` is the one place that may name it.
 */
declare const chrome: {
  action: {
    getBadgeText(details: object): Promise<string>;
    getBadgeBackgroundColor(details: object): Promise<number[]>;
  };
  notifications: {
    create(...args: unknown[]): Promise<string>;
    getAll(): Promise<Record<string, true>>;
  };
};
