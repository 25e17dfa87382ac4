/** A paper as its writers take it: every text one line without what disguises or breaks it, nothing left to look up. */
import { languageTag, oneLine, webAddress } from '../text/text.ts';
import { directionOf, type Block, type Inline, type Paper, type Run } from './model.ts';

/** Graphemes: a longer word may be broken, after so many. */
const LONGEST_WORD = 30;
const LONGEST_PIECE = 20;

/** A digest is compared and copied letter by letter; it fits a line. */
const DIGEST = /^[0-9a-f]{64}$/;

/** Where a line may break and nothing is seen. */
const BREAK = '\u200B';

/**
 * The same paper with clean texts, languages as tags, directions settled, addresses that are web addresses.
 * @param letters what becomes of a text on its way, such as letters that the paper's face lacks
 * @throws {RangeError} when a language tag or the date is none
 */
export function cleaned(paper: Paper, letters: (text: string) => string = (text) => text): Paper {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(paper.date)) throw new RangeError(`not a day: ${paper.date}`);
  const places = new Set(
    paper.blocks.flatMap((one) => (one.kind === 'heading' && one.level < 3 && one.id ? [one.id] : [])),
  );
  const run = (one: Run): Run => {
    const { lang, dir, href, to, note, ...rest } = one;
    const address = webAddress(href);
    return {
      ...rest,
      text: breakable(letters(spaced(one.text))),
      ...(lang !== undefined && { lang: languageTag(lang), dir: dir ?? directionOf(lang) }),
      ...(address !== undefined && { href: address }),
      ...(to !== undefined && places.has(to) && { to }),
      ...(note && { note: inline(note) }),
    };
  };
  const inline = (text: Inline): Inline => text.map(run);
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'heading':
      case 'paragraph':
        return { ...one, text: inline(one.text) };
      case 'list':
        return { ...one, items: one.items.map(inline) };
      case 'table':
        return {
          ...one,
          ...(one.caption && { caption: inline(one.caption) }),
          columns: one.columns.map(({ title, share }) => ({ title: inline(title), share })),
          rows: one.rows.map((cells) => cells.map((cell) => cell.map(inline))),
        };
      case 'facts':
        return {
          ...one,
          facts: one.facts.map(({ label, values }) => ({ label: inline(label), values: values.map(inline) })),
        };
      case 'quotation':
        return { ...one, text: inline(one.text), ...(one.by && { by: inline(one.by) }) };
      case 'figure':
        return { ...one, alt: run(one.alt), ...(one.caption && { caption: inline(one.caption) }) };
      case 'signature':
        return { ...one, lines: one.lines.map(inline) };
    }
  };
  const { cover } = paper;
  return {
    ...paper,
    lang: languageTag(paper.lang),
    title: run(paper.title),
    author: oneLine(paper.author),
    ...(paper.notice && { notice: run(paper.notice) }),
    ...(cover && {
      cover: {
        eyebrow: inline(cover.eyebrow),
        ...(cover.subtitle && { subtitle: inline(cover.subtitle) }),
        lines: cover.lines.map(inline),
        by: cover.by.map(({ label, names }) => ({ label: inline(label), names: names.map(inline) })),
      },
    }),
    ...(paper.contents && { contents: run(paper.contents) }),
    ...(paper.head && { head: paper.head.map(inline) }),
    running: { head: inline(paper.running.head), foot: inline(paper.running.foot) },
    blocks: paper.blocks.map(block),
    ...(paper.barer && { barer: paper.barer.map((blocks) => blocks.map(block)) }),
  };
}

/** One line; the blank at either end stays, for it parts the text from the words beside it. */
function spaced(text: string): string {
  const line = oneLine(text);
  if (line === '') return edge(BLANK_BEFORE.exec(text));
  return edge(BLANK_BEFORE.exec(text)) + line + edge(BLANK_AFTER.exec(text));
}

const BLANK_BEFORE = /^[ \t\n\u00A0\u202F]/;
const BLANK_AFTER = /[ \t\n\u00A0\u202F]$/;

function edge(found: RegExpExecArray | null): string {
  if (!found) return '';
  return found[0] === '\u00A0' || found[0] === '\u202F' ? found[0] : ' ';
}

function breakable(text: string): string {
  if (!/\S{31}/u.test(text)) return text;
  return text.replace(/\S{31,}/gu, (word) => {
    if (DIGEST.test(word)) return word;
    const letters = Array.from(new Intl.Segmenter('und').segment(word), ({ segment }) => segment);
    if (letters.length <= LONGEST_WORD) return word;
    const pieces: string[] = [];
    while (letters.length > LONGEST_WORD) pieces.push(letters.splice(0, LONGEST_PIECE).join(''));
    return [...pieces, letters.join('')].join(BREAK);
  });
}
