/** Papers as PDF: tagged, with bookmarks, languages and embedded fonts, PDF/A-2b, set by Typst. */
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { cleaned } from '../paper/clean.ts';
import { keepsWithNext } from '../paper/keeping.ts';
import { directionOf, type Block, type Figure, type Inline, type Paper, type Run } from '../paper/model.ts';
import { printed } from '../paper/press.ts';
import { fontFolders, inFace } from './faces.ts';
import { TEMPLATE } from './template.ts';
import { withVowelsApart } from './vowels.ts';

/** Colours of the look's tokens (light), and shades between them for the motif. */
const COLOURS = {
  ink: '#1c2529',
  'ink-2': '#4b5a61',
  line: '#cfc4ae',
  brand: '#0d5557',
  'brand-deep': '#083b3d',
  'brand-mid': '#0b494b',
  'brand-thread': '#14595a',
  'brand-line': '#3d8583',
  'saffron-ink': '#8f5600',
  'saffron-pale': '#fbefd6',
  'saffron-fill': '#e9a72f',
};

/** The widest figure, in pixels: a narrower one takes its share of the measure. */
const FULL_WIDTH = 1_200;

/** A folder that doesn’t exist: drawings read what they are given and nothing of the machine. */
const WORKSPACE = '/paper-that-is-drawn';

/** The paper as PDF bytes, written beside the event loop and kept; see {@link write}. */
export function pdfFile(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  return printed('#formats/pdf/pdf.ts', paper);
}

let engine: NodeCompiler | undefined;

/**
 * The paper as PDF bytes; the same paper gives the same bytes. It takes the thread that calls it for as long as it
 * lasts, a tenth of a second or more: see `paper/press`.
 * @throws {RangeError} when the paper's language or day is none
 */
export async function write(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  engine ??= NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: fontFolders() }] });
  const { data, figures } = drawn(cleaned(paper, inFace));
  for (const { path, image } of figures) engine.mapShadow(WORKSPACE + path, Buffer.from(image, 'base64'));
  try {
    const bytes = engine.pdf(
      { mainFileContent: TEMPLATE, inputs: { paper: JSON.stringify(data) } },
      { pdfStandard: 'a-2b', pdfTags: true },
    );
    return withVowelsApart(new Uint8Array(bytes));
  } finally {
    engine.resetShadow();
    engine.evictCache(10);
  }
}

/** The paper as the drawing takes it: every field there, directions and languages settled. */
function drawn(paper: Paper) {
  const figures: { path: string; image: string }[] = [];
  const block = (one: Block): object => {
    switch (one.kind) {
      case 'heading':
        return { ...one, text: inline(one.text) };
      case 'paragraph':
        return { ...one, tone: one.tone ?? null, text: inline(one.text) };
      case 'list':
        return { ...one, ordered: one.ordered === true, items: one.items.map(inline) };
      case 'table':
        return {
          ...one,
          caption: one.caption ? inline(one.caption) : null,
          columns: one.columns.map(({ title, share }) => ({ title: inline(title), share })),
          rows: one.rows.map((cells) => cells.map((cell) => cell.map(inline))),
        };
      case 'facts':
        return {
          ...one,
          facts: one.facts.map(({ label, values }) => ({ label: inline(label), values: values.map(inline) })),
        };
      case 'quotation':
        return { ...one, text: inline(one.text), by: one.by ? inline(one.by) : null };
      case 'figure':
        return figure(one);
      case 'signature':
        return { ...one, lines: one.lines.map(inline) };
    }
  };
  const figure = ({ image, type, width, alt, caption }: Figure): object => {
    const path = `/figure-${figures.length + 1}.${type}`;
    figures.push({ path, image });
    return {
      kind: 'figure',
      path: path.slice(1),
      alt: alt.text,
      share: Math.min(1, width / FULL_WIDTH),
      caption: caption ? inline(caption) : null,
    };
  };
  const blocks = (all: readonly Block[]) =>
    all.map((one, at) => ({ ...block(one), keeps: keepsWithNext(one, all[at - 1], all[at + 1]) }));
  const { cover } = paper;
  const data = {
    form: paper.form,
    language: paper.lang.split('-')[0]!.toLowerCase(),
    dir: directionOf(paper.lang),
    title: words(paper.title),
    author: paper.author,
    date: paper.date.split('-').map(Number),
    notice: paper.notice ? words(paper.notice) : null,
    cover: cover
      ? {
          eyebrow: inline(cover.eyebrow),
          subtitle: cover.subtitle ? inline(cover.subtitle) : null,
          lines: cover.lines.map(inline),
          by: cover.by.map(({ label, names }) => ({ label: inline(label), names: names.map(inline) })),
        }
      : null,
    contents: paper.contents ? words(paper.contents) : null,
    head: paper.head ? paper.head.map(inline) : null,
    running: { head: inline(paper.running.head), foot: inline(paper.running.foot) },
    colours: COLOURS,
    blocks: blocks(paper.blocks),
    barer: (paper.barer ?? []).map(blocks),
  };
  return { data, figures };
}

const inline = (text: Inline): object[] =>
  text
    .filter(({ text: letters, note }) => letters !== '' || note)
    .map((run) => ({ ...words(run), note: run.note ? inline(run.note) : null }));

function words({ text, lang, dir, strong, soft, href, to, breaks }: Run): object {
  return {
    text,
    language: lang ? lang.split('-')[0]!.toLowerCase() : null,
    dir: dir ?? null,
    strong: strong === true,
    soft: soft === true,
    href: href ?? null,
    to: to ?? null,
    breaks: breaks === true,
  };
}
