import { charsets, unicodeRange } from './charsets.ts';
import type { WebFont } from './build.ts';

type Named = Pick<WebFont, 'charset' | 'weight' | 'fileName'>;

/**
 * The `@font-face` rules: the web fonts, and a local stand-in per script that takes the same room, so
 * that nothing moves when the web font arrives.
 *
 * Stand-in metrics: Latin `size-adjust` is the width of 200 characters of running French in Readex Pro over
 * the same in Liberation Sans, whose widths are Arial's (9770/9102 regular, 10146/9774 strong). Arabic system
 * fonts differ too much for one number: only their height is fitted. `ascent-override` is Readex Pro's ascent
 * (1.000 em) over size-adjust, `descent-override` its descent (0.250 em) over size-adjust.
 */
export function fontFacesCss(fonts: readonly Named[]): string {
  const faces = fonts.map(
    (font) => `@font-face {
  font-family: 'Readex Pro${font.charset === 'figures' ? ' figures' : ''}';
  font-weight: ${font.weight};
  font-display: swap;
  src: url('/fonts/${font.fileName}') format('woff2');
  unicode-range: ${unicodeRange(charsets[font.charset])};
}`,
  );
  const standIns = standInMetrics.map(
    ({ charset, weight, names, sizeAdjust }) => `@font-face {
  font-family: 'Readex Pro stand-in';
  font-weight: ${weight};
  src: ${names.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${percent(sizeAdjust)};
  ascent-override: ${percent(1 / sizeAdjust)};
  descent-override: ${percent(0.25 / sizeAdjust)};
  line-gap-override: 0%;
  unicode-range: ${unicodeRange(charsets[charset])};
}`,
  );
  return `/* Written by scripts/build-fonts.ts. */\n${[...faces, ...standIns].join('\n')}\n`;
}

/** The source of a module that names the files, for the page's preload links. */
export function fontFilesModule(fonts: readonly Named[]): string {
  const line = (charset: Named['charset']): string => {
    const own = fonts.filter((font) => font.charset === charset);
    return `${charset}: { ${own.map((font) => `${font.weight}: '/fonts/${font.fileName}'`).join(', ')} },`;
  };
  return `/* Written by scripts/build-fonts.ts. */
/** Addresses of the web fonts, by script and weight. */
export const fontFiles = { ${line('latin')} ${line('arabic')} ${line('figures')} } as const;
`;
}

const standInMetrics = [
  { charset: 'latin', weight: 400, names: ['Arial', 'Liberation Sans'], sizeAdjust: 1.073 },
  { charset: 'latin', weight: 600, names: ['Arial Bold', 'Liberation Sans Bold'], sizeAdjust: 1.038 },
  { charset: 'arabic', weight: 400, names: ['Arial', 'Geeza Pro', 'Noto Naskh Arabic'], sizeAdjust: 1 },
  {
    charset: 'arabic',
    weight: 600,
    names: ['Arial Bold', 'Geeza Pro Bold', 'Noto Naskh Arabic Bold'],
    sizeAdjust: 1,
  },
] as const;

const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)}%`;
