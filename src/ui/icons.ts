/** The mark as a picture file: for the browser's tab and the phone's home screen. */
import { markBands, markThread } from './mark.ts';
import { svgPoints } from './star.ts';

interface Look {
  /** Share of the picture's width that the mark takes, from 0 to 1. */
  readonly share: number;
  /** Colour behind the mark; none leaves it transparent and lets the strokes follow a dark theme. */
  readonly ground?: string;
}

/** An SVG document of 64 by 64 units. Colours are those of `styles/tokens.css`. */
export function markPicture({ share, ground }: Look): string {
  const radius = 32 * share;
  const width = Math.round(radius * 13) / 100;
  const [over, under] = markThread(radius);
  const bands = markBands(radius * 0.86, width)
    .map((band) => `<polygon points="${svgPoints(band)}"/>`)
    .join('');
  const dark = ground ? '' : '<style>@media(prefers-color-scheme:dark){.b{fill:#7cc7c0}}</style>';
  const back = ground ? `<path fill="${ground}" d="M-32-32h64v64h-64z"/>` : '';
  const thread = `<g fill="none" stroke="#e9a72f" stroke-linecap="round" stroke-width="${width}">`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-32 -32 64 64">${dark}${back}` +
    `${thread}<path d="${under}"/></g>` +
    `<g class="b" fill="#0d5557">${bands}</g>` +
    `${thread}<path d="${over}"/></g></svg>\n`
  );
}

/** The pictures under `static/`: file name, side in pixels (none: the SVG itself) and look. */
export const pictures: readonly { file: string; side?: number; look: Look }[] = [
  { file: 'favicon.svg', look: { share: 0.93 } },
  { file: 'icon-180.png', side: 180, look: { share: 0.72, ground: '#faf7f1' } },
  { file: 'icon-512.png', side: 512, look: { share: 0.86, ground: '#faf7f1' } },
  { file: 'icon-maskable-512.png', side: 512, look: { share: 0.62, ground: '#faf7f1' } },
];
