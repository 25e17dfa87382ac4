import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson } from '#network/people/changes.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { openSession, post } from '../support/session.ts';

/* A file is looked at, confirmed, then written; nothing of it before, and nothing where any of it is refused. */

let node: TestNode;
const cookies = new Map<string, string>();
beforeAll(async () => {
  node = await startNode();
  for (const account of ['administrator', 'facilitator', 'coordinator-souss-massa', 'rapporteur'])
    cookies.set(account, await openSession(node, account));
  const text = (fr: string) => ({ fr, original: 'fr' as const });
  await node.write(async (tx) => {
    const days = { startsOn: '2027-03-02', endsOn: '2027-03-03' };
    const meeting = { slug: 'imported', form: 'workshop', status: 'draft', ...days } as const;
    done(await createWorkshop(tx, tester, { ...meeting, title: text('Atelier importé') }));
    done(await createPerson(tx, tester, { slug: 'known', name: text('Fonction Connue') }));
  });
});
afterAll(() => node?.stop());

const as = (account: string) => ({ cookie: cookies.get(account) ?? '' });
const programmePage = '/fr/workshops/imported/programme/import';

async function send(page: string, content: string | Uint8Array<ArrayBuffer>, account = 'administrator') {
  const form = new FormData();
  form.set('file', new Blob([content]), 'liste.csv');
  const answer = await post(node, `${page}?/preview`, form, as(account));
  return { status: answer.status, page: await answer.text() };
}

const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? null;

const boxes = (shown: string) => [
  ...shown.matchAll(/<input type="checkbox" form="import-confirm" name="keep" value="(\d+)"( checked)?/g),
];
const ticked = (shown: string) => boxes(shown).flatMap(([, value = '', checked]) => (checked ? [value] : []));

/** Confirms what a page shows, as its form would. @param kept the boxes that are ticked; as they were, unless given */
function confirm(page: string, shown: string, more: Record<string, string> = {}, kept = ticked(shown)) {
  const form = new FormData();
  for (const value of kept) form.append('keep', value);
  for (const name of ['digest', 'held']) form.set(name, hidden(shown, name) ?? '');
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return post(node, `${page}?/confirm`, form, as('administrator'));
}

const written = async () => {
  const count = async (table: 'programme_items' | 'organisations' | 'people' | 'journal') =>
    (
      await node.services.db.reader
        .selectFrom(table)
        .select(sql<number>`1`.as('one'))
        .execute()
    ).length;
  return Promise.all([count('programme_items'), count('organisations'), count('people'), count('journal')]);
};

const event = (title: string, person: string) =>
  `<event guid="0199f3a0-7c11-7000-8000-000000000001"><title>${title}</title>
<date>2027-03-02T10:00:00+00:00</date><duration>01:30</duration><persons><person>${person}</person></persons></event>`;
const schedule = (events: string) =>
  `<schedule><conference><title>Atelier</title><time_zone_name>Africa/Casablanca</time_zone_name></conference>
<day date="2027-03-02"><room name="Salle Atlas">${events}</room></day></schedule>`;

describe('a programme', () => {
  it('is shown by day, hour, room and person, written once confirmed, and only once', async () => {
    const before = await written();
    const file = schedule(event('Gouvernance &lt;script&gt;', 'Fonction Connue'));
    const { status, page } = await send(programmePage, file);
    expect(status).toBe(200);
    for (const words of [
      'mardi 2 mars 2027',
      '10:00 – 11:30',
      'Salle Atlas',
      'Gouvernance &lt;script>',
      'reconnue',
    ])
      expect(page).toContain(words);
    expect(await written()).toEqual(before);

    const answer = await confirm(programmePage, page);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${programmePage}?created=1`]);
    const rows = await node.services.db.reader
      .selectFrom('programme_items')
      .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
      .innerJoin('contributions', 'contributions.item_id', 'programme_items.id')
      .innerJoin('people', 'people.id', 'contributions.person_id')
      .select(['programme_items.title_fr', 'day', 'starts_at', 'ends_at', 'room_fr', 'people.slug'])
      .where('workshops.slug', '=', 'imported')
      .execute();
    const hours = { day: '2027-03-02', starts_at: '10:00', ends_at: '11:30' };
    const item = { title_fr: 'Gouvernance <script>', ...hours, room_fr: 'Salle Atlas', slug: 'known' };
    expect(rows).toEqual([item]);
    const told = await (await node.get(`${programmePage}?created=1`, as('administrator'))).text();
    expect(told).toContain('Points créés\u00a0: 1');

    const after = await written();
    const again = await send(programmePage, file);
    expect(again.page).toContain('déjà là');
    expect(hidden(again.page, 'digest')).toBeNull();
    expect(await written()).toEqual(after);
  });

  it('that is refused says at which line, in the reader’s language, and writes nothing', async () => {
    const before = await written();
    const broken = '<schedule>\n<conference>\n</day></schedule>';
    const { status, page } = await send(programmePage, broken);
    expect([status, hidden(page, 'digest')]).toEqual([422, null]);
    expect(page).toContain('Ligne 3');
    expect((await send('/ar/workshops/imported/programme/import', broken)).page).toContain('السطر 3');
    const forced = new FormData();
    forced.set('held', Buffer.from(broken).toString('base64url'));
    expect((await post(node, `${programmePage}?/confirm`, forced, as('administrator'))).status).toBe(422);
    expect(await written()).toEqual(before);
  });

  it('other than the one that was looked at is not written', async () => {
    const before = await written();
    const { page } = await send(
      programmePage,
      schedule(event('Autre', 'Personne').replace('0001"', '0002"')),
    );
    const other = schedule(event('Ni vu ni connu', 'Personne').replace('0001"', '0003"'));
    const held = Buffer.from(other).toString('base64url');
    const answer = await confirm(programmePage, page, { held });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Ce n’est pas le fichier');
    expect(await written()).toEqual(before);
  });

  it('too large for the page to carry is chosen again, and written where it is the same', async () => {
    const title = 'Grand programme';
    const large = `${schedule(event(title, 'Fonction Connue').replace('0001"', '0004"'))}<!--${'x'.repeat(1_500_000)}-->`;
    const { status, page } = await send(programmePage, large);
    expect([status, hidden(page, 'held')]).toEqual([200, null]);
    expect(page).toContain('Choisissez de nouveau le même fichier');
    const form = new FormData();
    form.set('digest', hidden(page, 'digest') ?? '');
    form.set('keep', ticked(page)[0] ?? '');
    form.set('file', new Blob([large]), 'programme.xml');
    expect((await post(node, `${programmePage}?/confirm`, form, as('administrator'))).status).toBe(303);
    const row = node.services.db.reader
      .selectFrom('programme_items')
      .select('id')
      .where('title_fr', '=', title);
    expect(await row.execute()).toHaveLength(1);
  });

  it('leaves to its reader who is meant where a name is close to somebody’s', async () => {
    const file = schedule(event('Qui parle', 'Fonction Conue').replace('0001"', '0005"'));
    const { page } = await send(programmePage, file);
    const { id } = await node.services.db.reader
      .selectFrom('people')
      .select('id')
      .where('slug', '=', 'known')
      .executeTakeFirstOrThrow();
    const name = /<select id="person-0" name="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(page).toContain(`<option value="${id}">`);
    const people = (await written())[2];
    expect((await confirm(programmePage, page, { [name]: id })).status).toBe(303);
    expect((await written())[2]).toBe(people);
  });
});

describe('of a programme', () => {
  const numbered = (title: string, number: number) =>
    event(title, 'Fonction Conue').replace('8000-000000000001', `8000-0000000001${number}`);
  const titles = async () => {
    const rows = node.services.db.reader
      .selectFrom('programme_items')
      .select('title_fr')
      .where('title_fr', 'like', 'Choix%');
    return (await rows.orderBy('title_fr').execute()).map(({ title_fr }) => title_fr);
  };
  const file = schedule([10, 11, 12].map((number) => numbered(`Choix ${number}`, number)).join(''));

  it('nothing is written where nothing is ticked, and what was decided stays on the page', async () => {
    const before = await written();
    const { page } = await send(programmePage, file);
    expect(ticked(page)).toEqual(['0', '1', '2']);
    const { id } = await node.services.db.reader
      .selectFrom('people')
      .select('id')
      .where('slug', '=', 'known')
      .executeTakeFirstOrThrow();
    const name = /<select id="person-0" name="([^"]+)"/.exec(page)?.[1] ?? '';
    const answer = await confirm(programmePage, page, { [name]: id }, []);
    const again = await answer.text();
    expect([answer.status, boxes(again).length, ticked(again)]).toEqual([422, 3, []]);
    expect(again).toContain('Rien n’est coché');
    expect(again).toContain(`<option value="${id}" selected`);
    expect(await written()).toEqual(before);
  });

  it('only what is ticked is written, and the rest can be taken later', async () => {
    const { page } = await send(programmePage, file);
    const answer = await confirm(programmePage, page, {}, ['0', '2']);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${programmePage}?created=2`]);
    expect(await titles()).toEqual(['Choix 10', 'Choix 12']);
    const later = await send(programmePage, file);
    expect(ticked(later.page)).toEqual(['1']);
    await confirm(programmePage, later.page);
    expect(await titles()).toEqual(['Choix 10', 'Choix 11', 'Choix 12']);
  });
});

describe.each([
  ['organisations', 'slug;name_fr;type;level\n;Retenue;other;local\n;Écartée;other;local\n'],
  ['people', 'slug;name_fr\n;Retenue\n;Écartée\n'],
] as const)('of a list of %s', (noun, file) => {
  const page = `/fr/${noun}/import`;

  it('only the rows that are ticked are written', async () => {
    const before = await written();
    const shown = await send(page, file);
    expect(ticked(shown.page)).toEqual(['2', '3']);
    const none = await confirm(page, shown.page, {}, []);
    const again = await none.text();
    expect([none.status, boxes(again).length, ticked(again)]).toEqual([422, 2, []]);
    expect(again).toContain('Rien n’est coché');
    expect(await written()).toEqual(before);
    const answer = await confirm(page, shown.page, {}, ['2']);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${page}?created=1&changed=0`]);
    const rows = node.services.db.reader.selectFrom(noun).select('name_fr');
    const names = await rows.where('name_fr', 'in', ['Retenue', 'Écartée']).execute();
    expect(names).toEqual([{ name_fr: 'Retenue' }]);
  });

  it('all findings can be had as a file where the page can’t show them', async () => {
    const lines = Array.from({ length: 250 }, (_, index) => `Une Adresse ${index}!;Nom ${index}`);
    const shown = await send(page, `slug;name_fr\n${lines.join('\n')}\n`);
    const csv = /download="[^"]+" href="data:text\/csv;charset=utf-8,([^"]+)"/.exec(shown.page)?.[1] ?? '';
    const rows = decodeURIComponent(csv).trim().split('\r\n');
    const all = rows.length - 1;
    expect(all).toBeGreaterThanOrEqual(250);
    expect(rows.some((row) => row.startsWith('Cellule A251;'))).toBe(true);
    expect(shown.page).toContain(`non affichées ici\u00a0: ${all - 200}`);
  });
});

it('a row that refers to one that is left out is refused at its cell, and the choice stays', async () => {
  const page = '/fr/organisations/import';
  const before = await written();
  const head = 'slug;name_fr;type;level;parent\n';
  const shown = await send(page, `${head}tete;Tête;other;local;\nmembre;Membre;other;local;tete\n`);
  const answer = await confirm(page, shown.page, {}, ['3']);
  const again = await answer.text();
  expect([answer.status, ticked(again)]).toEqual([422, ['3']]);
  expect(again).toContain('Cellule E3');
  expect(await written()).toEqual(before);
});

it('whoever has a territory imports what lies in it, and nothing else', async () => {
  const page = '/fr/organisations/import';
  const account = 'coordinator-souss-massa';
  const { reader } = node.services.db;
  const { code } = await reader
    .selectFrom('territories')
    .select('code')
    .where('slug', '=', 'souss-massa')
    .executeTakeFirstOrThrow();
  const head = 'slug;name_fr;type;level;territory\n';
  const before = await written();
  const outside = await send(
    page,
    `${head};Ailleurs;other;local;\niom-morocco;Changée;un-agency;national;${code}\n`,
    account,
  );
  expect([outside.status, hidden(outside.page, 'digest')]).toEqual([422, null]);
  for (const cell of ['Cellule E2', 'Cellule A3']) expect(outside.page).toContain(cell);
  expect(await written()).toEqual(before);

  const within = await send(page, `${head};Chez nous;other;local;${code}\n`, account);
  expect([within.status, ticked(within.page)]).toEqual([200, ['2']]);
  const form = new FormData();
  for (const name of ['digest', 'held']) form.set(name, hidden(within.page, name) ?? '');
  form.set('keep', '2');
  expect((await post(node, `${page}?/confirm`, form, as(account))).status).toBe(303);
  const own = reader.selectFrom('organisations').select('id').where('name_fr', '=', 'Chez nous');
  expect(await own.execute()).toHaveLength(1);
  expect(await (await node.get('/fr/organisations', as(account))).text()).toContain(`href="${page}"`);
});

describe.each([
  ['organisations', 'slug;name_fr;type;level\n;Conseil nouveau;other;local\niom-morocco;Nom changé;;\n'],
  ['people', 'slug;name_fr\n;Fonction Nouvelle\nana-fonseca;Nom changé\n'],
] as const)('a list of %s', (noun, file) => {
  const page = `/fr/${noun}/import`;
  const names = () => node.services.db.reader.selectFrom(noun).select('name_fr').execute();

  it('shows what is new and what changes, cell by cell, and is written once confirmed', async () => {
    const list = noun === 'people' ? file : file.replace('changé;;', 'changé;un-agency;national');
    const before = await written();
    const shown = await send(page, list);
    expect(shown.status).toBe(200);
    for (const words of [
      'Nouvelles fiches\u00a0: 1',
      'Fiches modifiées\u00a0: 1',
      'Nom changé',
      '>B3</small>',
    ])
      expect(shown.page).toContain(words);
    expect(await written()).toEqual(before);
    const answer = await confirm(page, shown.page);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${page}?created=1&changed=1`]);
    expect((await names()).filter(({ name_fr }) => name_fr === 'Nom changé')).toHaveLength(1);
    const told = await (await node.get(`${page}?created=1&changed=1`, as('administrator'))).text();
    expect(told).toContain('Fiches créées\u00a0: 1');
  });

  it('that is refused says at which cell, and writes nothing of it', async () => {
    const before = await written();
    const { status, page: told } = await send(
      page,
      `${file.split('\n')[0]}\nUne Adresse!;Un nom\n;Un autre nom\n`,
    );
    expect([status, hidden(told, 'digest')]).toEqual([422, null]);
    expect(told).toContain('Cellule A2');
    expect(await written()).toEqual(before);
  });

  it('is for who may change the whole network, in the menu as at the address', async () => {
    const link = `href="${page}"`;
    expect(await (await node.get(`/fr/${noun}`, as('administrator'))).text()).toContain(link);
    expect(await (await node.get(`/fr/${noun}`, as('facilitator'))).text()).not.toContain(link);
    expect((await send(page, file, 'facilitator')).status).toBe(404);
    expect((await node.get(page, as('facilitator'))).status).toBe(404);
  });
});

describe('on every page', () => {
  const pages = [programmePage, '/fr/organisations/import', '/fr/people/import'];

  it('whoever has no right finds nothing; who is signed out is led to the door', async () => {
    const before = await written();
    for (const page of pages) {
      const account = page === programmePage ? 'coordinator-souss-massa' : 'rapporteur';
      expect([page, (await node.get(page, as(account))).status]).toEqual([page, 404]);
      expect((await send(page, 'x', account)).status).toBe(404);
      expect((await node.get(page)).status).toBe(303);
      expect((await send(page, 'x', 'nobody')).status).toBe(303);
    }
    expect(await written()).toEqual(before);
  });

  it('what is no such file is told so, and does no harm', async () => {
    const before = await written();
    const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0'), Buffer.alloc(4_000, 0xe7)]);
    const noise = Uint8Array.from({ length: 9_999 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);
    for (const page of pages)
      for (const bytes of [new Uint8Array(program), noise, new Uint8Array()]) {
        const { status, page: told } = await send(page, bytes);
        expect([page, bytes.length, status]).toEqual([page, bytes.length, 422]);
        expect(told).toMatch(/<div class="refused[^>]*role="alert">[\s\S]*?<li>[^<]*[.<]/);
      }
    expect(await written()).toEqual(before);
  });

  it('nothing of this was an error to the node', () => expect(node.errors).toEqual([]));
});
