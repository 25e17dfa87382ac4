import { TableRefusal } from '../table/model.ts';
import { NotXml, readXml, type XmlReader } from '../xml/reader.ts';

/**
 * Reads a part's XML, names without their prefix; nothing is kept of it but what the reader keeps.
 * @throws TableRefusal where it is not well-formed
 */
export function readPart(bytes: Uint8Array, { open, text, close }: XmlReader): void {
  try {
    readXml(textOf(bytes), {
      open: (name, attributes) => open?.(localName(name), attributes),
      text: (more) => text?.(more),
      close: (name) => close?.(localName(name)),
    });
  } catch (error) {
    if (error instanceof NotXml) throw new TableRefusal('platform_table_damaged');
    throw error;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** XML of a workbook is UTF-8 or UTF-16, which its byte order mark tells. */
function textOf(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new TableRefusal('platform_table_damaged');
  }
}

/** The text behind escapes such as _x000D_, which stand for characters that XML can't hold (ST_Xstring). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
