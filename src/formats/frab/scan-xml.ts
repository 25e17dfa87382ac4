import { scheduleLimits, type ScheduleFault, type ScheduleProblem } from '../schedule/model.ts';

/** Where a text stops being XML that may be read, and why. */
export interface XmlFault {
  offset: number;
  reason: ScheduleFault;
  values: ScheduleProblem['values'];
}

/** Controls that XML 1.0 doesn't allow. */
const FORBIDDEN = /[[\p{Cc}\ufffe\uffff]--[\t\n\r\u007f-\u009f]]/v;
const MOST_ATTRIBUTES = 100;

/**
 * Looks through a document before a parser does, in one pass: a parser of the whole must never meet a document
 * type (which could name entities that grow without end, or files elsewhere), nesting or numbers beyond what a
 * schedule has, or elements that do not close. Null where there is nothing against it.
 */
export function scanXml(text: string): XmlFault | null {
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden) return fault(forbidden.index, 'control-character');
  const open: { name: string; offset: number }[] = [];
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0;) {
    let end: number;
    if (text.startsWith('<!--', at)) end = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) end = after(text, ']]>', at + 9);
    else if (text.startsWith('<!', at)) return fault(at, 'doctype');
    else if (text.startsWith('<?', at)) end = after(text, '?>', at + 2);
    else if (text[at + 1] === '/') {
      end = after(text, '>', at + 2);
      const name = text.slice(at + 2, Math.min(end - 1, at + 200)).trim();
      const last = open.pop();
      if (!last) return fault(at, 'xml-broken');
      if (end > 0 && last.name !== name) return fault(at, 'xml-mismatch', { found: name, open: last.name });
    } else {
      const tag = tagAt(text, at);
      if (!tag) return fault(at, 'xml-broken');
      end = tag.end;
      if (++elements > scheduleLimits.parts)
        return fault(at, 'too-many-parts', { limit: scheduleLimits.parts });
      if (!tag.closed) open.push({ name: tag.name, offset: at });
      if (open.length > scheduleLimits.depth) return fault(at, 'too-deep', { limit: scheduleLimits.depth });
    }
    if (end < 0) return fault(at, 'xml-broken');
    at = text.indexOf('<', end);
    if (open.length > 0) continue;
    const stray = text.slice(end, at < 0 ? undefined : at).search(/\S/);
    if (stray >= 0) return fault(end + stray, 'xml-broken');
  }
  const last = open.at(-1);
  return last ? fault(last.offset, 'xml-unclosed', { open: last.name }) : null;
}

function fault(offset: number, reason: ScheduleFault, values: XmlFault['values'] = {}): XmlFault {
  return { offset, reason, values };
}

/** Where a text goes on after a mark; -1 where the mark is missing. */
function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The name of the start tag at a place, where the tag ends, and whether it closes itself. */
function tagAt(text: string, at: number): { name: string; end: number; closed: boolean } | null {
  const mark = /[<>"']/g;
  mark.lastIndex = at + 1;
  let quotes = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '<') return null;
    if (found[0] === '>') {
      const name = /^[^\s/>]{1,100}(?=[\s/>])/.exec(
        text.slice(at + 1, Math.min(found.index + 1, at + 102)),
      )?.[0];
      return name === undefined
        ? null
        : { name, end: found.index + 1, closed: text[found.index - 1] === '/' };
    }
    const close = text.indexOf(found[0], found.index + 1);
    if (close < 0 || ++quotes > MOST_ATTRIBUTES) return null;
    mark.lastIndex = close + 1;
  }
  return null;
}
