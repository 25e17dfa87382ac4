import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filledIn, formIn } from '../../bench/office-kills/forms.ts';
import { itemFields } from '#events/programme/components/fields.ts';
import type { Field, TextField } from '#platform/forms/fields.ts';
import { fieldsOf } from '../../src/routes/fields.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';
import { createLink } from '#network/links/changes.server.ts';
import { columns } from '#platform/locale/text.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord, resolveAddress } from '#platform/records/records.server.ts';

/*
 * A script in every text that a form asks for, of every kind of record that a form edits: it is stored as the text it
 * is, and shown as that wherever it stands. Kinds and fields that are added are asked by themselves.
 */
let node: TestNode;
let cookie: string;
beforeAll(async () => {
  node = await startNode();
  cookie = await openSession(node, 'administrator');
  await node.write(async (tx) => {
    const idOf = async (kind: 'workshops' | 'recommendations', slug: string) =>
      (await resolveAddress(tx, kind, slug))!;
    const organisation = await tx.selectFrom('organisations').select('id').executeTakeFirstOrThrow();
    const to = { kind: 'organisations', id: organisation.id } as const;
    const id = await idOf('recommendations', 'multi-level-partnerships');
    done(
      await createLink(
        tx,
        tester,
        { from: { kind: 'recommendations', id }, relation: 'addressed-to', to },
        true,
      ),
    );
    await createRecord(tx, tester, 'press_notes', {
      workshop_id: await idOf('workshops', 'rabat-2018'),
      ...columns('title', { fr: 'Note', original: 'fr' }),
      ...columns('text', { fr: 'Texte', original: 'fr' }),
      is_public: 0,
    });
  });
});
afterAll(() => node?.stop());

/** Ways out of a text, of an attribute and of a script; what comes after a dash says which field it is of. */
const ways = [
  (mark: string) => `<script>alert("${mark}")</script>`,
  (mark: string) => `"><img src=x onerror=${mark}>`,
  (mark: string) => `</script><svg onload=${mark}>`,
];
const raw = ['<script>alert(', '<img src=x', '<svg onload='];

type Kind = readonly [noun: string, page: string, fields: readonly Field[]];
const workshop = '/fr/workshops/rabat-2018';
const recommendation = '/fr/recommendations/multi-level-partnerships';
const commitment = '/fr/commitments/script-commitments';

/** Where a kind is made, read and listed, when that isn't under its own noun. */
const elsewhere: Record<string, { made?: string; place?: string; list?: string }> = {
  outcomes: {
    made: '/fr/initiatives/indimaj-oriental/outcomes',
    place: '/fr/initiatives/indimaj-oriental/outcomes',
  },
  conclusions: { made: `${workshop}/conclusions`, place: `${workshop}/conclusions` },
  'board-entries': { made: `${workshop}/board/new`, place: `${workshop}/board`, list: workshop },
  actions: { made: `${workshop}/actions/new`, place: `${workshop}/actions`, list: workshop },
  sources: { place: '/fr/sources' },
  priorities: { place: '/fr/priorities' },
  series: { list: '/fr/workshops' },
  // Begun from the facts of the workshop: its own form is that of a note that stands.
  'press-notes': {
    made: '/fr/press-notes/[latest]/edit',
    place: `${workshop}/dissemination`,
    list: workshop,
  },
  // Parts of the commitment that is made before them.
  milestones: { made: `${commitment}/milestones`, place: commitment, list: '/fr/commitments' },
  indicators: { made: `${commitment}/indicators`, place: commitment, list: '/fr/commitments' },
  'commitment-parties': { made: `${commitment}/parties`, place: commitment, list: '/fr/commitments' },
  'funding-shares': { made: `${commitment}/funding`, place: commitment, list: '/fr/commitments' },
  responses: { made: `${recommendation}/answers`, place: recommendation, list: '/fr/recommendations' },
};

const kinds: Kind[] = [
  ...Object.entries(fieldsOf).map(([noun, fields]): Kind => [
    noun,
    elsewhere[noun]?.made ?? `/fr/new/${noun}`,
    fields,
  ]),
  ['programme item', `${workshop}/programme/edit?item=new`, itemFields([], true)],
];

/** What makes a form of a kind whole: a word of each list it must choose from, a date, an address. */
function plainValues(fields: readonly Field[], slug: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of fields) {
    if (field.kind === 'date' && field.required) values[field.name] = '2024-05-10';
    if (field.kind === 'choice' && field.required && field.options)
      values[field.name] = field.options()[0]!.value;
    if (field.kind === 'text' && field.required && !isFree(field))
      values[field.name] =
        ({ language: 'fr', amount: '1 000' } as Record<string, string>)[field.name] ?? 'ZZ-9';
    if (field.name === 'slug') values['slug'] = slug;
  }
  return values;
}

/** A script for every control of a text that takes any, with its mark. */
function scripts(fields: readonly Field[]): Map<string, { text: string; mark: string }> {
  const found = new Map<string, { text: string; mark: string }>();
  const add = (control: string) => {
    const mark = `x${found.size}y`;
    const line = ways[found.size % ways.length]!(mark);
    // A scale has at least two levels, one on each line.
    found.set(control, { text: control.startsWith('levels.') ? `${line}\n${line}` : line, mark });
  };
  for (const field of fields)
    if (field.kind === 'trilingual') for (const part of ['fr', 'ar', 'en']) add(`${field.name}.${part}`);
    else if (field.kind === 'text' && isFree(field)) add(field.name);
  return found;
}

/** Whether a text takes any words: not one of a form of its own (an address, a zone, a link), nor a code. */
const isFree = ({ name, type = 'text', most }: TextField) =>
  type === 'text' && name !== 'slug' && name !== 'timeZone' && most >= 40;

/** A choice that the page offers of a list it must choose from: its first, for a part its last, who is not the whole's. */
function offered(html: string, fields: readonly Field[], isPart: boolean): Record<string, string> {
  const required = fields.filter((field) => field.kind === 'choice' && field.required && !field.options);
  return Object.fromEntries(
    required.map(({ name }) => {
      const [, options = ''] =
        new RegExp(`<select[^>]* name="${name}"[^>]*>([^]*?)</select>`).exec(html) ?? [];
      const values = [...options.matchAll(/<option[^>]* value="([^"]+)"/g)].map(([, value]) => value!);
      return [name, values.at(isPart ? -1 : 0) ?? ''];
    }),
  );
}

async function send(page: string, fields: readonly Field[], values: Record<string, string>, known: string) {
  const html = await (await node.get(page, { cookie })).text();
  const form = formIn(html, `name="${known}"`)!;
  const action = page.includes('?') ? `${page}&/save` : page;
  const body = new FormData();
  for (const [name, value] of filledIn(form, {
    ...offered(html, fields, page.startsWith(commitment)),
    ...values,
  }))
    body.append(name, value);
  return post(node, action, body, { cookie });
}

/** Where a kind is made, or the form of the one there is. */
async function pageOf(noun: string, made: string): Promise<string> {
  return made.includes('[latest]') ? made.replace('[latest]', await latestOf(noun)) : made;
}

/** The id of the record of a kind that was written last. */
async function latestOf(kind: string): Promise<string> {
  const { id } = await node.services.db.reader
    .selectFrom(kind.replace('-', '_') as 'sources')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

describe.each(kinds)('a script in %s', (noun, made, fields) => {
  const slug = `script-${noun.replace(' ', '-')}`;
  const [title] = fields.filter(({ kind }) => kind === 'trilingual');
  const [free] = fields.filter((field) => field.kind === 'text' && isFree(field));
  const known = title ? `${title.name}.fr` : (free?.name ?? '');

  it('is the text it is, in every field and on every page', async () => {
    const given = scripts(fields);
    expect(given.size).toBeGreaterThanOrEqual(title ? 3 : 1);
    const texts = Object.fromEntries([...given].map(([control, { text }]) => [control, text]));
    const answer = await send(
      await pageOf(noun, made),
      fields,
      { ...plainValues(fields, slug), ...texts },
      known,
    );
    expect(answer.status).toBe(303);

    const saved = new URL(answer.headers.get('location')!, node.publicUrl).searchParams.get('saved');
    const isNamed = fields.some(({ name }) => name === 'slug');
    const own = saved ? workshop : `/fr/${noun}/${isNamed ? slug : await latestOf(noun)}`;
    const place = elsewhere[noun]?.place ?? own;
    const list = elsewhere[noun]?.list ?? place.replace(/\/[^/]+$/, '');
    const editor = saved ? `${workshop}/programme/edit?item=${saved}` : `${own}/edit`;
    await node.settled();
    const inLanguages = (path: string) =>
      ['fr', 'ar', 'en'].map((locale) => path.replace(/^\/fr/, `/${locale}`));
    const seen = [editor, place, `${own}/history`, list, '/fr'].flatMap(inLanguages);
    for (const path of seen) {
      const answer = await node.get(path, { cookie });
      expect([path, answer.status]).toEqual([path, 200]);
      const html = await answer.text();
      for (const way of raw) expect([path, way, html.includes(way)]).toEqual([path, way, false]);
      if (path === editor) for (const { mark } of given.values()) expect(html).toContain(mark);
      if (path === place) expect(html).toContain(given.get(known)!.mark);
    }
  });

  it('is refused where an address, a zone, a link or a code is asked', async () => {
    const strict = fields.filter((field) => field.kind === 'text' && !isFree(field));
    for (const { name } of strict)
      for (const text of [`javascript:alert(1)`, ...ways.map((way) => way('z'))]) {
        const values = { ...plainValues(fields, `${slug}-strict`), [known]: 'Titre', [name]: text };
        const answer = await send(await pageOf(noun, made), fields, values, known);
        expect([name, text, answer.status]).toEqual([name, text, 422]);
        const html = await answer.text();
        for (const way of raw) expect([name, way, html.includes(way)]).toEqual([name, way, false]);
      }
  });
});

it('nothing of this was an error to the node', () => {
  expect(node.errors).toEqual([]);
});
