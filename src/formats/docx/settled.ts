/**
 * The library dates a file by the clock and names some of its parts at random. Here the same paper gives the same
 * bytes: one date, given; parts named in the order in which they are met.
 */
import { unzipSync, zipSync, strFromU8, strToU8, type Zippable } from 'fflate';
import type { Direction } from '../paper/model.ts';

/** The first instant that an archive can write; local, because an archive writes local hours. */
const NO_HOUR = new Date(1980, 0, 1);

/**
 * @param date YYYY-MM-DD: created and changed then
 * @param dir of the pages: columns and page numbers follow it
 */
export function settled(file: Uint8Array, date: string, dir: Direction): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file);
  const name = counter();
  const written: Zippable = {};
  for (const path of Object.keys(parts).sort()) {
    const bytes = parts[path]!;
    if (!/\.(xml|rels)$/.test(path)) {
      written[path] = [bytes, { mtime: NO_HOUR }];
      continue;
    }
    let text = strFromU8(bytes);
    // Links are named by 21 letters at random.
    text = text.replace(/"rId([a-z0-9_-]{21})"/g, (_, id: string) => `"rIdLink${name(id)}"`);
    if (path === 'docProps/core.xml')
      text = text.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
    if (path === 'word/document.xml') text = numbered(text);
    if (path === 'word/document.xml' && dir === 'rtl')
      text = text.replaceAll('<w:docGrid', '<w:bidi/><w:docGrid');
    written[path] = [strToU8(text), { mtime: NO_HOUR }];
  }
  return new Uint8Array(zipSync(written, { level: 6 }));
}

/** Drawings and bookmarks are numbered through all papers that one process wrote; here each begins at one. */
function numbered(text: string): string {
  const drawing = counter();
  const heading = counter();
  const bookmark = counter();
  return text
    .replace(/(<wp:docPr\b[^>]*? id=")(\d+)"/g, (_, before, id) => `${before}${drawing(id)}"`)
    .replace(/\b_Toc(\d+)/g, (_, id) => `_Toc${heading(id)}`)
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/g,
      (_, before, id) => `${before}${bookmark(id)}"`,
    );
}

/** Numbers from one for whatever it is given, the same for the same. */
function counter(): (id: string) => number {
  const known = new Map<string, number>();
  return (id) => {
    if (!known.has(id)) known.set(id, known.size + 1);
    return known.get(id)!;
  };
}
