import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';

/**
 * Tests on data that is not in the repository: it lies beside it in `shared/data`, or where INDIMAJ_REAL_DATA says.
 * Where there is none, they are skipped and say so.
 * @param folder what they need, for example `polis/openData`
 */
export function withRealData(folder: string, about: string, tests: (path: string) => void): void {
  const root = join(import.meta.dirname, '../..');
  const places = [process.env['INDIMAJ_REAL_DATA'], join(root, '../shared/data')];
  const found = places
    .filter((place) => place !== undefined)
    .map((place) => join(place, folder))
    .find((place) => existsSync(place));
  if (!found)
    console.warn(
      `SKIPPED, FOR WANT OF DATA: ${about}. INDIMAJ_REAL_DATA names the folder that holds ${folder}.`,
    );
  describe.skipIf(!found)(about, () => {
    if (found) tests(found);
    else it('has its data', () => undefined);
  });
}
