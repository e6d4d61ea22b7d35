const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin of what a person typed as the address of a server. Without a scheme it is http on this
 * computer and https everywhere else.
 *
 * @throws Error with words for the person when it is no address
 */
export function originOf(address: string): string {
  const text = address.trim();
  if (text === '') throw new Error('Type the address of your Rowcheck server.');
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  // Chrome takes a space for a part of a host's name.
  const broken = /\s/.test(text);
  if (!url || broken || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username) {
    throw new Error(
      `“${text}” is not an address of a server. It looks like https://rowcheck.example.org.`,
    );
  }
  if (!/^[a-z]+:\/\//i.test(text) && LOCAL.test(url.hostname)) url.protocol = 'http:';
  return url.origin;
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/**
 * The one origin to ask permission for. Match patterns of Firefox know no ports: there it is the
 * host with every port.
 *
 * @throws Error with words for the person when it is no address
 */
export function originPattern(address: string): string {
  const url = new URL(originOf(address));
  return import.meta.env.FIREFOX
    ? `${url.protocol}//${url.hostname}/*`
    : `${url.protocol}//${url.host}/*`;
}
