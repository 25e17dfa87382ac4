/** XML 1.0 documents from plain objects, through xmlbuilder2: the one way formats here write XML. */
import { create } from 'xmlbuilder2';
import { oneLine, plainText } from '../text/text.ts';

/**
 * Content of an element: text, child elements by name in order, `@name` for an attribute, `#` for text beside
 * attributes; an array repeats the element, undefined leaves it out.
 */
export type XmlContent = string | number | undefined | { [name: string]: XmlContent | readonly XmlContent[] };

/**
 * The document with its declaration, indented, ending in a line break. Attributes become one line, texts keep
 * theirs; characters that XML 1.0 forbids are gone. Names are the caller's own constants, never data.
 */
export function xmlDocument(root: Record<string, XmlContent>): string {
  const document = create(
    { version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' },
    clean(root) as object,
  );
  return `${document.end({ prettyPrint: true })}\n`;
}

function clean(content: unknown, name = ''): unknown {
  if (content === undefined) return undefined;
  if (Array.isArray(content)) return content.map((item) => clean(item, name));
  if (typeof content === 'object' && content !== null) {
    return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, clean(value, key)]));
  }
  return name.startsWith('@') ? oneLine(String(content)) : plainText(String(content));
}
