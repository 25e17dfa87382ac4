import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '#formats/csv/reader.ts';
import { readXlsx } from '#formats/xlsx/reader.ts';
import { previewOrganisations } from '#network/organisation-lists/imports.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { locales } from '#platform/locale/locale.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

async function list(path: string): Promise<Uint8Array> {
  const response = await node.get(path);
  const format = path.endsWith('xlsx') ? 'xlsx' : 'csv';
  expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, types[format]]);
  const [, locale, noun] = path.split('/');
  expect(response.headers.get('content-disposition')).toContain(`"${noun}-${locale}.${format}"`);
  return new Uint8Array(await response.arrayBuffer());
}

describe('lists beside the pages that show them', () => {
  it.each(locales)('are linked in /%s, in its language, and hold every record', async (locale) => {
    for (const noun of ['organisations', 'people']) {
      const page = await (await node.get(`/${locale}/${noun}`)).text();
      const shown = new Set(
        [...page.matchAll(new RegExp(`href="/${locale}/${noun}/([\\w-]+)"`, 'g'))].map(([, slug]) => slug),
      );
      expect(shown.size).toBeGreaterThan(5);
      for (const format of ['xlsx', 'csv'] as const) {
        const path = `/${locale}/${noun}/list.${format}`;
        expect(page).toContain(`href="${path}"`);
        const bytes = await list(path);
        const { tables, problems } = format === 'csv' ? readCsv(bytes) : readXlsx(bytes);
        expect(problems).toEqual([]);
        const [header, ...rows] = tables[0]!.rows.map(({ cells }) => cells);
        expect(header![0]).toBe({ fr: 'Identifiant', ar: 'المعرّف', en: 'Identifier' }[locale]);
        expect(rows.map(([slug]) => slug)).toEqual([...shown].toSorted());
      }
    }
  });

  it('are accepted back unchanged as they were downloaded', async () => {
    const { reader } = node.services.db;
    for (const format of ['xlsx', 'csv']) {
      const found = await previewOrganisations(
        reader,
        tester,
        await list(`/ar/organisations/list.${format}`),
      );
      expect(found).toMatchObject({ create: [], change: [], refused: [], warnings: [] });
      expect(found.same.length).toBeGreaterThan(5);
    }
  });

  it('are as fresh as the pages', async () => {
    const before = await list('/en/people/list.csv');
    await node.write((tx) =>
      createPerson(tx, tester, { slug: 'a-new-role', name: { en: '=A New Role', original: 'en' } }),
    );
    const after = new TextDecoder().decode(await list('/en/people/list.csv'));
    expect(new TextDecoder().decode(before)).not.toContain('a-new-role');
    expect(after).toContain("a-new-role,,,'=A New Role");
  });
});
