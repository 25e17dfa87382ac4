import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordKind } from '#platform/records/model.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { publicPages, startNode, tester, type TestNode } from '../support/node.ts';

/* Text that stands in for a missing translation says which language it is in, to eyes, ears and browsers. */
let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node?.stop());

const words = { fr: 'Mot sans pareil', en: 'Word without equal', ar: 'كلمة لا مثيل لها' } as const;

interface Passage {
  text: string;
  lang: string;
  dir: string;
}

/** Texts of the page that hold `word`, each with the language and direction that are in force where it stands. */
function passages(html: string, word: string): Passage[] {
  const found: Passage[] = [];
  const open: { name: string; lang: string; dir: string }[] = [];
  const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
  const body = html.slice(html.indexOf('<html')).replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
  for (const [, close, name, attributes = '', text] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)/g,
  )) {
    const here = open.at(-1);
    if (text !== undefined) {
      if (text.includes(word) && here && here.name !== 'title')
        found.push({ text, lang: here.lang, dir: here.dir });
    } else if (close) {
      const at = open.findLastIndex((element) => element.name === name);
      if (at >= 0) open.length = at;
    } else if (!empty.test(name!) && !attributes.endsWith('/')) {
      const own = (attribute: string) => new RegExp(`\\s${attribute}="([^"]*)"`).exec(attributes)?.[1];
      open.push({ name: name!, lang: own('lang') ?? here?.lang ?? '', dir: own('dir') ?? here?.dir ?? '' });
    }
  }
  return found;
}

/** Every text of every kind of record that a page shows, and the record to look at where it has an address. */
const fields: [kind: RecordKind, field: string, slug?: string][] = [
  ...['title', 'summary', 'aims', 'outcome', 'venue', 'city'].map((field): [RecordKind, string, string] => [
    'workshops',
    field,
    'rabat-2018',
  ]),
  ['programme_items', 'title'],
  ['programme_items', 'abstract'],
  ['programme_items', 'room'],
  ['contributions', 'role'],
  ['conclusions', 'text'],
  ['series', 'name'],
  ['series', 'summary'],
  ['recommendations', 'title', 'multi-level-partnerships'],
  ['recommendations', 'text', 'multi-level-partnerships'],
  ['territories', 'name', 'oriental'],
  ['territories', 'short_name', 'oriental'],
  ['organisations', 'name', 'iom-morocco'],
  ['organisations', 'acronym', 'iom-morocco'],
  ['organisations', 'summary', 'iom-morocco'],
  ['people', 'name', 'ana-fonseca'],
  ['initiatives', 'name', 'indimaj-oriental'],
  ['initiatives', 'acronym', 'indimaj-oriental'],
  ['initiatives', 'summary', 'indimaj-oriental'],
  ['initiatives', 'aims', 'indimaj-oriental'],
  ['outcomes', 'text'],
  ['concepts', 'name', 'youth'],
  ['concepts', 'definition', 'youth'],
];

describe('a text that is missing in a language', () => {
  it.each([
    ['fr', 'ltr', 'ar'],
    ['ar', 'rtl', 'fr'],
    ['en', 'ltr', 'ar'],
  ] as const)(
    'is marked as %s (%s) wherever it stands on a page in /%s',
    async (written, direction, missing) => {
      await node.write(async (tx) => {
        for (const [number, [kind, field, slug]] of fields.entries()) {
          const rows = tx
            .selectFrom(kind as 'people')
            .select('id')
            .orderBy('id');
          const { id } = await (slug ? rows.where('slug', '=', slug) : rows).executeTakeFirstOrThrow();
          const values = {
            [`${field}_fr`]: null,
            [`${field}_ar`]: null,
            [`${field}_en`]: null,
            [`${field}_${written}`]: `${words[written]} (${number})`,
            [`${field}_original`]: written,
          };
          await updateRecord(tx, tester, kind, id, values as never);
        }
      });
      const shown = new Set<string>();
      const unmarked: string[] = [];
      const pages = (await publicPages(node)).filter((page) =>
        [missing, written].some((of) => page.startsWith(`/${of}`)),
      );
      for (const path of pages) {
        const response = await node.get(path);
        expect(response.status, path).toBe(200);
        for (const { text, lang, dir } of passages(await response.text(), words[written])) {
          const [, number = ''] = /\((\d+)\)/.exec(text) ?? [];
          shown.add(number);
          const right = lang === written && [direction, 'auto'].includes(dir);
          if (!right)
            unmarked.push(
              `${path}: ${fields[Number(number)]?.join(' ')} is ${written}, marked ${lang} ${dir}`,
            );
        }
      }
      expect(unmarked).toEqual([]);
      const unseen = fields.filter((_, number) => !shown.has(String(number)));
      expect(unseen).toEqual([]);
      expect(node.errors).toEqual([]);
    },
  );
});

describe('the reader of a rule about marks', () => {
  it('sees a text that nothing marks', () => {
    const page =
      '<html lang="ar" dir="rtl"><p>x <b>Mot sans pareil</b></p><p lang="fr" dir="ltr">Mot sans pareil<br>!</p></html>';
    expect(passages(page, words.fr)).toEqual([
      { text: words.fr, lang: 'ar', dir: 'rtl' },
      { text: words.fr, lang: 'fr', dir: 'ltr' },
    ]);
  });
});
