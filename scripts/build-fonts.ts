/**
 * Remakes the web fonts under `static/fonts/` and the style sheet that names them.
 *
 *     node scripts/build-fonts.ts
 *
 * Source: the static TrueType files of Readex Pro in `@expo-google-fonts/readex-pro`.
 */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { buildFonts, licenceText } from '../src/ui/fonts/build.ts';
import { fontFacesCss, fontFilesModule } from '../src/ui/fonts/faces.ts';

const folder = fileURLToPath(new URL('../static/fonts/', import.meta.url));
const ui = fileURLToPath(new URL('../src/ui/', import.meta.url));

for (const name of await readdir(folder)) {
  if (name.endsWith('.woff2')) await rm(folder + name);
}
const fonts = await buildFonts();
for (const font of fonts) {
  await writeFile(folder + font.fileName, font.bytes);
  console.log(`${font.fileName}  ${(font.bytes.length / 1024).toFixed(1)} KiB`);
}
await writeFile(`${folder}OFL.txt`, await licenceText());
await writeFormatted(`${ui}styles/fonts.css`, fontFacesCss(fonts));
await writeFormatted(`${ui}fonts/files.ts`, fontFilesModule(fonts));

async function writeFormatted(path: string, text: string): Promise<void> {
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
