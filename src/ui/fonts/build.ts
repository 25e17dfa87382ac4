import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { charactersOf, charsets } from './charsets.ts';
import type { Script } from './charsets.ts';

const require = createRequire(import.meta.url);
const family = '@expo-google-fonts/readex-pro';
const sources = {
  400: `${family}/400Regular/ReadexPro_400Regular.ttf`,
  600: `${family}/600SemiBold/ReadexPro_600SemiBold.ttf`,
} as const;

/** Layout that words need: joining, marks, kerning, letters of one language. Stylistic sets are left out. */
const features = ['calt', 'ccmp', 'fina', 'init', 'kern', 'liga', 'locl', 'mark', 'medi', 'mkmk', 'rlig'];
/** Read by font managers only, or hints for rasterisers that screens no longer need. */
const droppedTables = ['STAT', 'gasp', 'prep', 'DSIG'];

export type Weight = keyof typeof sources;

/** One web font: its bytes (woff2), and a name that changes whenever they do. */
export interface WebFont {
  readonly script: Script;
  readonly weight: Weight;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Makes the four files (two scripts, two weights) in a fixed order. Same input, same bytes. */
export async function buildFonts(): Promise<WebFont[]> {
  const fonts: WebFont[] = [];
  for (const script of ['latin', 'arabic'] as const) {
    for (const weight of [400, 600] as const) fonts.push(await buildFont(script, weight));
  }
  return fonts;
}

async function buildFont(script: Script, weight: Weight): Promise<WebFont> {
  const source = await readFile(require.resolve(sources[weight]));
  const bytes = await subsetFont(source, charactersOf(charsets[script]), {
    targetFormat: 'woff2',
    keepFeatures: features,
    noHinting: true,
    dropTables: droppedTables,
  });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { script, weight, fileName: `readex-pro-${script}-${weight}.${hash}.woff2`, bytes };
}

/** The family's licence (SIL Open Font License 1.1), which must travel with the files. */
export async function licenceText(): Promise<string> {
  return readFile(require.resolve(`${family}/LICENSE_FONT`), 'utf8');
}
