/** A start tag or an empty element; names without their namespace prefixes. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /<(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const ATTRIBUTE = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The tags of a small XML document, in order. Enough for a workbook's table of contents, where all
 * that counts stands in attributes.
 */
export function* xmlTags(xml: string): Generator<XmlTag, void, undefined> {
  for (const [, name = '', rest = ''] of xml.matchAll(TAG)) {
    const attributes = new Map<string, string>();
    for (const [, key = '', double, single = ''] of rest.matchAll(ATTRIBUTE)) {
      attributes.set(key, decodeEntities(double ?? single));
    }
    yield { name, attributes };
  }
}

/** The value of one attribute in the text of a tag, by its name with its prefix; null without. */
export function attributeOf(attributes: string, name: string): string | null {
  let at = attributes.indexOf(name);
  while (at !== -1) {
    const valueStart = at + name.length + 2;
    const quote = attributes[valueStart - 1];
    const isWhole = attributes.charCodeAt(at - 1) <= 32 && attributes[valueStart - 2] === '=';
    if (isWhole && (quote === '"' || quote === "'")) {
      const end = attributes.indexOf(quote, valueStart);
      return end === -1 ? null : decodeEntities(attributes.slice(valueStart, end));
    }
    at = attributes.indexOf(name, at + 1);
  }
  return null;
}

/** Text with the entities resolved that every XML document has; any other one stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
