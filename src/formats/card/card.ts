/** The picture that stands for a page where it is shared: Open Graph image, 1200 × 630, or a square, as PNG. */
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { filled, languageTag, oneLine } from '../text/text.ts';
import { lasting, queue } from './queue.ts';
import { TEMPLATE } from './template.ts';

/** Pixels. */
export const CARD_SIZE = { width: 1200, height: 630 };
export const SQUARE_SIZE = { width: 1080, height: 1080 };

/** Wide as pages show it that were shared, or square as posts with pictures are. */
export type Shape = 'wide' | 'square';

export interface Card {
  /** BCP 47: the language of the texts, which settles the direction. */
  locale: string;
  /** What kind of page it is, or whose. */
  eyebrow: string;
  title: string;
  /** Date, place: up to three short lines. */
  lines: readonly string[];
  networkName: string;
  /** Wide where nothing is said. */
  shape?: Shape;
}

/** Colours of the look's tokens (light), and shades between them for the motif. */
const COLOURS = {
  ink: '#1c2529',
  'ink-2': '#4b5a61',
  paper: '#faf7f1',
  line: '#cfc4ae',
  brand: '#0d5557',
  'brand-deep': '#083b3d',
  'brand-mid': '#0b494b',
  'brand-thread': '#14595a',
  'brand-line': '#3d8583',
  saffron: '#b86e00',
  'saffron-fill': '#e9a72f',
};

/** Graphemes: longer words are broken, into pieces of so many. */
const LONGEST_WORD = 24;
const LONGEST_PIECE = 16;

/** The engines are loaded at the first picture: a server that draws none does without their seventy megabytes. */
const compiler = lasting(async (): Promise<NodeCompiler> => {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] });
});

/** Pictures are drawn one after the other: each holds tens of megabytes while it is painted. */
const inTurn = queue();

/**
 * The picture as PNG bytes; the same input gives the same picture. Painting runs beside the event loop, the
 * drawing before it takes some milliseconds of it: callers keep what they got.
 */
export function cardPng(card: Card): Promise<Buffer> {
  return inTurn(async () => {
    const { renderAsync } = await import('@resvg/resvg-js');
    const picture = await renderAsync(await cardSvg(card), {
      fitTo: { mode: 'width', value: (card.shape === 'square' ? SQUARE_SIZE : CARD_SIZE).width },
      font: { loadSystemFonts: false },
    });
    return picture.asPng();
  });
}

/** The picture as SVG, its letters already outlines: no font is needed to show it. */
export async function cardSvg(card: Card): Promise<string> {
  const language = languageTag(card.locale);
  const data = {
    language: language.split('-')[0]?.toLowerCase(),
    direction: directionOf(language),
    square: card.shape === 'square',
    eyebrow: pieces(card.eyebrow, 120),
    title: pieces(card.title, 400),
    lines: card.lines
      .filter((line) => filled(line))
      .slice(0, 3)
      .map((line) => pieces(line, 160)),
    networkName: pieces(card.networkName, 80),
    colours: COLOURS,
  };
  const engine = await compiler();
  const svg = engine.plainSvg({ mainFileContent: TEMPLATE, inputs: { card: JSON.stringify(data) } });
  engine.evictCache(10);
  return svg;
}

function directionOf(language: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(language).maximize().script ?? '';
  return ['Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa'].includes(script) ? 'rtl' : 'ltr';
}

/** Only the folders of the weights used: nothing else is ever drawn, whatever the machine has installed. */
function fontFolders(): string[] {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/readex-pro/package.json'));
  return [join(fonts, '400Regular'), join(fonts, '600SemiBold')];
}

/**
 * One line of at most so many graphemes, in pieces that end where a line may break: after a blank, and inside
 * a word too long for the picture. What is too much even so is cut by the drawing, with an ellipsis.
 */
function pieces(text: string, most: number): string[] {
  const letters = graphemes(drawable(text.slice(0, most * 8)));
  const line = letters.slice(0, most).join('') + (letters.length > most ? '…' : '');
  return (line.match(/[^ ]+ ?/g) ?? ['']).flatMap((word) => {
    const left = graphemes(word);
    const parts: string[] = [];
    while (left.length > LONGEST_WORD) parts.push(`${left.splice(0, LONGEST_PIECE).join('')}\u200B`);
    parts.push(left.join(''));
    return parts;
  });
}

/** What the family has letters for: Latin and Arabic, digits, punctuation. The rest would be drawn as boxes. */
function drawable(text: string): string {
  const missing =
    /[^\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/gu;
  return oneLine(text.replace(missing, ''));
}

function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter('und').segment(text), ({ segment }) => segment);
}
