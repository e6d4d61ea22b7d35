/** What a connect link carries. */
export interface ConnectLink {
  address: string;
  token: string;
}

/**
 * Reads a connect link: any text with `connect=<address>&token=<token>` after a `#`, or just that.
 *
 * @example connectLinkOf('#connect=http%3A%2F%2F127.0.0.1%3A8484&token=abc')
 */
export function connectLinkOf(text: string): ConnectLink | null {
  const start = text.search(/\bconnect=/);
  if (start < 0) return null;
  const params = new URLSearchParams(text.slice(start).trim());
  const address = params.get('connect')?.trim();
  const token = params.get('token')?.trim();
  return address && token ? { address, token } : null;
}
