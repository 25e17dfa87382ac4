import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { minify, transformWithOxc, type Plugin } from 'vite';

/** Beside the style sheet, where files lie whose names change with their content. */
const FOLDER = '_app/immutable/assets';

/**
 * Lets a component ask for the address of an island: `import address from './fresh.ts?island'`. An island is one
 * file without imports, so that its name is the hash of all it does.
 */
export function islands(): Plugin {
  let root = '';
  let built = false;
  return {
    name: 'indimaj-islands',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
      built = config.command === 'build';
    },
    async load(id) {
      if (!id.endsWith('?island')) return null;
      const file = id.slice(0, -'?island'.length);
      if (!built) return `export default '/${relative(root, file)}'`;
      const { name, source } = await compileIsland(file);
      this.emitFile({ type: 'asset', fileName: `${FOLDER}/${name}`, source });
      return `export default '/${FOLDER}/${name}'`;
    },
  };
}

/** An island as browsers get it, under a name that carries its hash. */
export async function compileIsland(file: string): Promise<{ name: string; source: string }> {
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { target: 'es2022' });
  const { code: source } = await minify(basename(file), code, { module: true });
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return { name: `${basename(file, '.ts')}.${hash}.js`, source };
}
