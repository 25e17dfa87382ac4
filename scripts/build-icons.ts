/**
 * Remakes the pictures of the mark under `static/`.
 *
 *     node scripts/build-icons.ts
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { markPicture, pictures } from '../src/ui/icons.ts';

const folder = fileURLToPath(new URL('../static/', import.meta.url));

for (const { file, side, look } of pictures) {
  const svg = markPicture(look);
  const bytes = side ? new Resvg(svg, { fitTo: { mode: 'width', value: side } }).render().asPng() : svg;
  await writeFile(folder + file, bytes);
  console.log(file);
}
