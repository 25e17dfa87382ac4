import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { charactersOf, charsets } from './charsets.ts';
import type { Charset } from './charsets.ts';
import { evenOutWidths } from './figures.ts';

const require = createRequire(import.meta.url);
const family = '@expo-google-fonts/readex-pro';
const sources = {
  400: `${family}/400Regular/ReadexPro_400Regular.ttf`,
  600: `${family}/600SemiBold/ReadexPro_600SemiBold.ttf`,
} as const;

/** Layout that words need: joining, marks, kerning, letters of one language. Stylistic sets are left out. */
const features = ['calt', 'ccmp', 'fina', 'init', 'kern', 'liga', 'locl', 'mark', 'medi', 'mkmk', 'rlig'];
/** Read by font managers only, or hints for rasterisers that screens no longer need. */
const dropTables = ['STAT', 'gasp', 'prep', 'DSIG'];

export type Weight = keyof typeof sources;

/** One web font: its bytes (woff2), and a name that changes whenever they do. */
export interface WebFont {
  readonly charset: Charset;
  readonly weight: Weight;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Makes the files in a fixed order: two scripts in two weights, then figures. Same input, same bytes. */
export async function buildFonts(): Promise<WebFont[]> {
  return [
    await buildFont('latin', 400),
    await buildFont('latin', 600),
    await buildFont('arabic', 400),
    await buildFont('arabic', 600),
    await buildFont('figures', 400),
  ];
}

async function buildFont(charset: Charset, weight: Weight): Promise<WebFont> {
  const source = await readFile(require.resolve(sources[weight]));
  const text = charactersOf(charsets[charset]);
  const bytes =
    charset === 'figures'
      ? await subsetFont(await evenFigures(source, text), text, { targetFormat: 'woff2' })
      : await subsetFont(source, text, {
          targetFormat: 'woff2',
          keepFeatures: features,
          noHinting: true,
          dropTables,
        });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { charset, weight, fileName: `readex-pro-${charset}-${weight}.${hash}.woff2`, bytes };
}

async function evenFigures(source: Buffer, text: string): Promise<Buffer> {
  const sfnt = await subsetFont(source, text, {
    targetFormat: 'sfnt',
    keepFeatures: [],
    noHinting: true,
    dropTables: [...dropTables, 'GDEF'],
  });
  evenOutWidths(sfnt);
  return sfnt;
}

/** The family's licence (SIL Open Font License 1.1), which must travel with the files. */
export async function licenceText(): Promise<string> {
  return readFile(require.resolve(`${family}/LICENSE_FONT`), 'utf8');
}
