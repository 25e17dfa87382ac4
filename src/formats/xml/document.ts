/**
 * XML 1.0 documents from plain objects: the one way formats here write XML. Written by us because the builder
 * that was tried leaves `&lt;` in a text as it stands, so that it comes back as `<`: markup out of plain text.
 */
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
export function xmlDocument(root: { [name: string]: XmlContent }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elements(root, '')}`;
}

function elements(content: { [name: string]: XmlContent | readonly XmlContent[] }, indent: string): string {
  return Object.entries(content)
    .filter(([name]) => name !== '#' && !name.startsWith('@'))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => element(name, one, indent)),
    )
    .join('');
}

function element(name: string, content: XmlContent, indent: string): string {
  if (content === undefined) return '';
  if (typeof content !== 'object') return element(name, { '#': content }, indent);
  const attributes = Object.entries(content)
    .filter(([key, value]) => key.startsWith('@') && value !== undefined)
    .map(([key, value]) => ` ${key.slice(1)}="${escape(oneLine(String(value)))}"`);
  const text = content['#'] === undefined ? '' : escape(plainText(String(content['#'])));
  const children = elements(content, `${indent}  `);
  const inside = text + (children && `\n${children}${indent}`);
  const start = `${indent}<${name}${attributes.join('')}`;
  return inside === '' ? `${start}/>\n` : `${start}>${inside}</${name}>\n`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}
