import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { report, type Refusal } from './check/refusal.ts';

const engines = ['sqlite', 'postgres'] as const;
const FILE = /^(\d{4})-([a-z0-9-]+)(?:\.(sqlite|postgres))?\.sql$/;

/**
 * Checks that each engine has every migration once: numbered from 0001 without a gap, and of one name where the engines
 * have a file each, for a database tells by their names which it has had.
 */
export function checkMigrations(root: string): Refusal[] {
  const folder = join(root, 'migrations');
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const named = files.flatMap((file) => {
    const [, number, name, engine] = FILE.exec(file) ?? [];
    return number ? [{ file: `migrations/${file}`, number: Number(number), name, engine }] : [];
  });
  const misnamed = files
    .filter((file) => !FILE.test(file))
    .map((file): Refusal => ({
      file: `migrations/${file}`,
      rule: 'a migration is named NNNN-name.sql, or NNNN-name.<engine>.sql where the engines differ',
      instead: 'give it the next number, and a name in lower-case letters, digits and hyphens.',
    }));
  const found = engines.flatMap((engine) => {
    const own = named.filter((one) => one.engine === undefined || one.engine === engine);
    return own.flatMap(({ file, number }, index): Refusal[] => {
      const before = own[index - 1]?.number ?? 0;
      if (number === before + 1) return [];
      return [
        {
          file,
          rule:
            number === before
              ? `number ${number} stands twice on ${engine}`
              : `number ${before + 1} is missing on ${engine}`,
          instead:
            'give each migration the next free number, on both engines; one that was released keeps its own.',
        },
      ];
    });
  });
  const apart = named
    .filter(({ number, name }) => named.find((one) => one.number === number)!.name !== name)
    .filter(({ engine }) => engine !== undefined)
    .map(({ file }): Refusal => ({
      file,
      rule: 'a migration has another name on the other engine',
      instead: 'name both files alike but for the engine.',
    }));
  return [...misnamed, ...found, ...apart];
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = report('migrations', checkMigrations(process.cwd()));
}
