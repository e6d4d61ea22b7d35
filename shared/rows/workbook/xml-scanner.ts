import { refuse } from '../../issues/refusal.ts';
import { decodeEntities } from './xml-tags.ts';

/** What a scanner tells as it goes; names come without their namespace prefixes. */
export interface XmlHandler {
  /** A start tag. `attributes` is as it stands in the tag; see `attributeOf`. */
  open(name: string, attributes: string): void;
  /** An end tag, or the end of an empty element. */
  close(name: string): void;
  /** Text, entities resolved; one text may come in several pieces. */
  text(text: string): void;
}

/** Reads an XML document that comes in pieces. */
export interface XmlScanner {
  push(piece: string): void;
  /** @throws Refusal `damaged-file` when the document is not complete */
  end(): void;
}

/** A single tag or entity longer than this, in characters, is no honest XML. */
const MAX_TAG = 1 << 20;
const MAX_ENTITY = 12;

/**
 * A scanner for the parts of workbooks. It takes no document type definition, which workbooks must
 * not have (ECMA-376 part 2, 7.2.3) and which nothing but an attack needs, and so knows only the
 * entities that every XML document has.
 *
 * @throws Refusal `damaged-file` (from `push` and `end`)
 */
export function createXmlScanner(handler: XmlHandler): XmlScanner {
  let carry = '';
  let depth = 0;
  let hasRoot = false;

  function tag(text: string, from: number, to: number): void {
    if (text.charCodeAt(from) === SLASH) {
      depth--;
      handler.close(localName(text.slice(from + 1, to).trimEnd()));
      return;
    }
    const isEmpty = text.charCodeAt(to - 1) === SLASH;
    const content = text.slice(from, isEmpty ? to - 1 : to);
    const space = content.search(/\s/);
    const name = localName(space === -1 ? content : content.slice(0, space));
    hasRoot = true;
    handler.open(name, space === -1 ? '' : content.slice(space));
    if (isEmpty) handler.close(name);
    else depth++;
  }

  /** Scans as far as the text is decided and returns where that is. */
  function scan(text: string): number {
    let at = 0;
    while (at < text.length) {
      const start = text.indexOf('<', at);
      if (start !== at) {
        const end = start === -1 ? wholeTextEnd(text, at) : start;
        if (end > at) handler.text(decodeEntities(text.slice(at, end)));
        if (start === -1) return end;
      }
      const next = text[start + 1];
      let end: number;
      if (next === '!') {
        if (text.length - start < 9) return start;
        if (text.startsWith('<!--', start)) end = after(text, '-->', start + 4);
        else if (text.startsWith('<![CDATA[', start)) {
          end = after(text, ']]>', start + 9);
          if (end !== -1) handler.text(text.slice(start + 9, end - 3));
        } else throw damaged('it holds a document type definition, as no spreadsheet program does');
      } else if (next === '?') {
        end = after(text, '?>', start + 2);
      } else {
        end = tagEnd(text, start + 1) + 1;
        if (end > 0) tag(text, start + 1, end - 1);
        else end = -1;
      }
      if (end === -1) return start;
      at = end;
    }
    return at;
  }

  return {
    push(piece) {
      const text = carry === '' ? piece : carry + piece;
      carry = text.slice(scan(text));
      if (carry.length > MAX_TAG) throw damaged('a tag in it does not end');
    },
    end() {
      if (carry.trim() !== '' || depth !== 0 || !hasRoot) throw damaged('it ends too early');
    },
  };
}

const SLASH = 47;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const GREATER = 62;

/** The `>` that ends a tag: one in quotes does not. -1 when it is still to come. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at;
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
  }
  return -1;
}

/** How much of a text that goes on in the next piece can be told: no entity is cut. */
function wholeTextEnd(text: string, from: number): number {
  const ampersand = text.lastIndexOf('&');
  const isCut = ampersand >= from && !text.includes(';', ampersand);
  return isCut && text.length - ampersand < MAX_ENTITY ? ampersand : text.length;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function damaged(detail: string) {
  return refuse('damaged-file', { detail });
}
