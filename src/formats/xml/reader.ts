/** What is called while a document is read from its beginning to its end; names come as written. */
export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** A text may come in several pieces. */
  text?(text: string): void;
  close?(name: string): void;
}

/** Says that a text is not the XML that is read here. */
export class NotXml extends Error {
  override name = 'NotXml';
  constructor(why: string, at: number) {
    super(`${why} at character ${at}`);
  }
}

/** No document that is read here is nested half as deep. */
const DEEPEST = 200;

const NAME = /[^\s<>/="'!?&]+/y;
const SPACE = /[ \t\r\n]*/y;
const ATTRIBUTE = /[ \t\r\n]+([^\s<>/="'!?&]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;

/**
 * Reads a well-formed document (XML 1.0, fifth edition) without building it, in time linear in its length:
 * elements, attributes, texts, CDATA; comments and instructions are passed over. A document type is refused,
 * so that no entity exists but XML's own five, and nothing is ever fetched or expanded.
 * @throws NotXml
 */
export function readXml(xml: string, reader: XmlReader): void {
  const open: string[] = [];
  let at = 0;
  let roots = 0;

  const matched = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const until = (end: string, from: number): string => {
    const found = xml.indexOf(end, from);
    if (found === -1) throw new NotXml(`no ${end}`, at);
    at = found + end.length;
    return xml.slice(from, found);
  };

  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = xml.slice(at, next === -1 ? xml.length : next);
    if (open.length > 0) {
      if (text !== '') reader.text?.(decoded(text, at));
    } else if (text.trim() !== '') throw new NotXml('text outside of the document', at);
    if (next === -1) break;
    at = next;
    if (xml.startsWith('</', at)) close(until('>', at + 2).trimEnd());
    else if (xml.startsWith('<!--', at)) until('-->', at + 4);
    else if (xml.startsWith('<?', at)) until('?>', at + 2);
    else if (xml.startsWith('<![CDATA[', at) && open.length > 0) reader.text?.(until(']]>', at + 9));
    else element();
  }
  if (open.length > 0 || roots !== 1) throw new NotXml('no whole document', at);

  function element(): void {
    at += 1;
    const name = matched(NAME)?.[0];
    if (name === undefined) throw new NotXml('no element', at);
    const attributes = Object.create(null) as Record<string, string>;
    for (let found = matched(ATTRIBUTE); found; found = matched(ATTRIBUTE)) {
      const [, key = '', double, single] = found;
      if (key in attributes) throw new NotXml(`${key} twice`, at);
      attributes[key] = decoded(double ?? single ?? '', at);
    }
    matched(SPACE);
    const isEmpty = xml[at] === '/';
    if (xml[isEmpty ? at + 1 : at] !== '>') throw new NotXml(`no end of <${name}`, at);
    at += isEmpty ? 2 : 1;
    if (open.length === 0) roots += 1;
    if (open.push(name) > DEEPEST || roots > 1) throw new NotXml('too deep, or a second root', at);
    reader.open?.(name, attributes);
    if (isEmpty) close(name);
  }

  function close(name: string): void {
    if (open.pop() !== name) throw new NotXml(`</${name}> closes nothing`, at);
    reader.close?.(name);
  }
}

const OWN: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string, at: number): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));|&/g,
    (_, own, ten, sixteen) => {
      if (own) return OWN[own as string]!;
      const code = sixteen ? Number.parseInt(sixteen as string, 16) : Number(ten);
      // XML has no character 0, no half of a pair, and none beyond Unicode.
      if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff))
        throw new NotXml('an unknown entity', at);
      return String.fromCodePoint(code);
    },
  );
}
