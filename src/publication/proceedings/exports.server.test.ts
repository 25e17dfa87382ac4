import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#messages/runtime';
import { createAction, settleAction } from '#events/actions/changes.server.ts';
import { answerApproval } from '#events/minutes-approvals/changes.server.ts';
import { circulateMinutes, sealMinutes } from '#events/minutes-circulations/changes.server.ts';
import { newReplica, send, write } from '#events/minutes-replica/model.ts';
import { syncMinutes } from '#events/minutes-sync/changes.server.ts';
import { openMinutes } from '#events/minutes/changes.server.ts';
import { createConclusion } from '#events/conclusions/changes.server.ts';
import { readDossier } from '#events/dossier/queries.server.ts';
import { addItem } from '#events/programme/changes.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { done } from '#platform/records/outcome.ts';
import { resolveAddress, updateRecord } from '#platform/records/records.server.ts';
import { newId } from '#platform/records/uuid.ts';
import { loadDemonstration } from '../../../demo/load.ts';
import { administrator, inFrench, workshopNamed } from '../../../tests/support/workshops.ts';
import { proceedingsPaper, type Block, type Inline, type Paper, type Setting } from './exports.server.ts';
import { readProceedings } from './queries.server.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await loadDemonstration(db);
});
afterAll(() => db.close());
beforeEach(() => overwriteGetLocale(() => 'fr'));

const setting = { publicUrl: 'https://indimaj.example', exercise: false, demonstration: false };
const at = '2027-03-12T09:00:00.000Z';
const clock = () => new Date(at);

async function paperOf(slug: string, locale: Locale = 'fr', changes: Partial<Setting> = {}): Promise<Paper> {
  overwriteGetLocale(() => locale);
  const draft = changes.draftOf !== undefined;
  const actor = draft ? administrator : anonymous;
  const id = (await resolveAddress(db.reader, 'workshops', slug))!;
  const workshop = (await readWorkshop(db.reader, actor, id))!;
  const dossier = await readDossier(db.reader, actor, workshop);
  const proceedings = await readProceedings(db.reader, actor, dossier, { draft });
  return proceedingsPaper(proceedings, { ...setting, ...changes });
}

const said = (text: Inline) => text.map((run) => run.text).join('');
const titles = ({ blocks }: Paper) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [said(block.text)] : []));
/** The blocks of a chapter, by the last part of its address. */
function chapter({ blocks }: Paper, id: string): Block[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.id === id);
  if (start < 0) return [];
  const end = blocks.findIndex(
    (block, index) => index > start && block.kind === 'heading' && block.level === 1,
  );
  return blocks.slice(start + 1, end < 0 ? undefined : end);
}
const words = (blocks: unknown) =>
  [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!);

/** Writes, sends out, has approved and seals the minutes of a session. */
async function sealed(itemId: string, entries: Parameters<typeof write>[2][]): Promise<string> {
  const minutesId = done(await openMinutes(db, administrator, { itemId })).id;
  let device = newReplica(minutesId, newId());
  for (const [index, entry] of entries.entries())
    device = write(device, newId(), { rank: `a${index}`, ...entry }, { id: newId(), at });
  done(await syncMinutes(db, administrator, { minutesId, ...send(device, at, null).request }, clock));
  const title = { workshop: 'R', session: 'S' };
  const approvers = ['a', 'b'].map((name) => ({
    name: `Point focal ${name}`,
    email: `${name}@example.org`,
    locale: 'fr' as const,
  }));
  const version = async () =>
    (
      await db.reader
        .selectFrom('minutes')
        .select('version')
        .where('id', '=', minutesId)
        .executeTakeFirstOrThrow()
    ).version;
  await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
  const sending = { clock, publicUrl: 'http://localhost:3000', titles: { fr: title, ar: title, en: title } };
  done(
    await circulateMinutes(
      db,
      administrator,
      { minutesId, needed: 1, approvers, version: await version() } as never,
      sending,
    ),
  );
  const letters = await db.reader.selectFrom('mail_messages').select('text').orderBy('to_address').execute();
  const token = /token=([\w-]+)/.exec(letters[0]!.text)![1]!;
  done(await answerApproval(db, { token, answer: 'approved', language: 'fr', remarks: [] }, clock));
  return done(await sealMinutes(db, administrator, { minutesId, version: await version() }, clock)).sha256;
}

describe('the proceedings of Rabat 2018', () => {
  it.each([
    ['fr', 'Les Régions marocaines, actrices de la politique migratoire et du développement', 'OIM Maroc'],
    ['ar', 'الجهات المغربية، فاعلة في سياسة الهجرة وفي التنمية', 'المنظمة الدولية للهجرة بالمغرب'],
    ['en', 'Moroccan Regions, Actors in Migration Policy and Development', 'IOM Morocco'],
  ] as const)('tell in %s what its records tell, and what they don’t', async (locale, title, organiser) => {
    const paper = await paperOf('rabat-2018', locale);
    expect([paper.lang, paper.title.text]).toEqual([locale, title]);
    expect(paper.cover!.by[0]!.names.map(said)[0]).toBe(organiser);
    expect(titles(paper)).toHaveLength(11);
    // The meetings before it shared no recommendation: it is said, with the day of the paper.
    const [asOf, none, ...further] = chapter(paper, 'previous').flatMap(words);
    expect([further, asOf]).toEqual([[], expect.stringMatching(/20\d\d/)]);
    expect(none).not.toBe(asOf);
    expect(chapter(paper, 'minutes')).toEqual([]);
    expect(chapter(paper, 'actions')).toEqual([]);
    expect(chapter(paper, 'limits')[1]).toMatchObject({ kind: 'list', items: { length: 5 } });
    expect(words(chapter(paper, 'recommendations'))).toEqual(
      expect.arrayContaining(['INDIMAJ-1', 'INDIMAJ-2', 'INDIMAJ-3']),
    );
    expect(JSON.stringify(chapter(paper, 'citation'))).toContain(
      `https://indimaj.example/${locale}/workshops/rabat-2018/proceedings`,
    );
  });

  it('name people with the function that they held then', async () => {
    const [table] = chapter(await paperOf('rabat-2018'), 'people');
    const rows = (table as Block & { kind: 'table' }).rows.map((row) => row.map((cell) => cell.map(said)));
    expect(rows).toContainEqual([
      ['Ana Fonseca'],
      ['Cheffe de mission de l’OIM Maroc'],
      ['intervention, Mots de bienvenue'],
    ]);
    expect(rows).toHaveLength(9);
  });

  it('are of the day of the last change, so that the same records give the same paper', async () => {
    const paper = await paperOf('rabat-2018');
    expect(await paperOf('rabat-2018')).toEqual(paper);
    expect(paper.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('say on every page of what network they are', async () => {
    expect((await paperOf('rabat-2018')).notice).toBeUndefined();
    const notice = async (changes: Partial<typeof setting>) =>
      (await paperOf('rabat-2018', 'fr', changes)).notice?.text;
    expect(await notice({ demonstration: true })).toBe('Réseau de démonstration');
    expect(await notice({ exercise: true })).toContain('Réseau d’exercice');
  });
});

describe('the proceedings of a later edition', () => {
  it.each(['fr', 'ar', 'en'] as const)(
    'open in %s on the recommendations of those before',
    async (locale) => {
      const paper = await paperOf('tangier-2024', locale);
      const [first] = paper.blocks;
      expect(first).toMatchObject({ kind: 'heading', id: 'previous' });
      const table = chapter(paper, 'previous').find((block) => block.kind === 'table');
      expect(table!.rows.map(([title]) => said(title![0]!))).toEqual(['INDIMAJ-1', 'INDIMAJ-2', 'INDIMAJ-3']);
    },
  );

  it('are of another day once one of these moves, and the same in between', async () => {
    const paper = await paperOf('tangier-2024');
    expect(await paperOf('tangier-2024')).toEqual(paper);
    const { id } = await db.reader
      .selectFrom('recommendations')
      .select('id')
      .where('reference', '=', 'INDIMAJ-2')
      .executeTakeFirstOrThrow();
    await db.transaction((tx) =>
      updateRecord(
        tx,
        administrator,
        'recommendations',
        id,
        { status: 'late', status_since: '2031-05-02' },
        { clock: () => new Date('2031-05-02T10:00:00Z') },
      ),
    );
    const moved = await paperOf('tangier-2024');
    expect([moved.date, paper.date < moved.date]).toEqual(['2031-05-02', true]);
    expect(words(chapter(moved, 'previous')).slice(0, 3)).toEqual([
      expect.stringMatching(/^État au 2 mai 2031 · .*En retard\u00A0: 1/),
      'Recommandation',
      'Où elle en est',
    ]);
    expect(words(chapter(moved, 'previous'))).toContain('depuis le 2 mai 2031');
  });
});

describe('what was sealed', () => {
  const owner = 'Conseil régional de l’Oriental';
  beforeAll(async () => {
    const held = { startsOn: '2026-02-10', endsOn: '2026-02-11', status: 'published' } as const;
    const workshopId = await workshopNamed(db, 'sealed', {
      ...held,
      title: inFrench('Rencontre #let x = 1'),
    });
    const session = async (title: string) =>
      done(
        await addItem(db, administrator, {
          workshopId,
          kind: 'session' as const,
          title: inFrench(title),
          contributions: [],
        }),
      ).id;
    const entries = [
      { kind: 'decision', text_fr: 'Un réseau est créé.', text_ar: 'تُحدث شبكة.' },
      { kind: 'action', text_fr: 'Préparer la charte', owner, due_on: '2026-06-30' },
      { kind: 'action', text_fr: 'Relire la charte' },
      { kind: 'quotation', text_fr: 'Nous continuerons.', speaker: 'Une voix', consent: 0 },
    ] as Parameters<typeof write>[2][];
    await sealed(await session('Gouvernance'), entries);
    const open = done(await openMinutes(db, administrator, { itemId: await session('Pas encore') })).id;
    const device = write(
      newReplica(open, newId()),
      newId(),
      { rank: 'a0', text_fr: 'NON SCELLÉ' },
      { id: newId(), at },
    );
    done(await syncMinutes(db, administrator, { minutesId: open, ...send(device, at, null).request }, clock));
    done(
      await createConclusion(db, administrator, {
        workshopId,
        position: 1,
        kind: 'conclusion',
        text: inFrench('Tenir parole.'),
      } as never),
    );
  });

  it('stands there word for word with its seal, and nothing that was not', async () => {
    const paper = await paperOf('sealed');
    const seal = await db.reader.selectFrom('minutes_seals').selectAll().executeTakeFirstOrThrow();
    const minutes = words(chapter(paper, 'minutes'));
    expect(minutes).toContain(seal.sha256);
    expect(minutes).toContain(
      'Édition 1, approuvée par 1 des 2 personnes sollicitées, scellée le ' +
        new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(seal.created_at),
        ) +
        '.',
    );
    expect(minutes).toEqual(
      expect.arrayContaining(['Un réseau est créé.', 'Nous continuerons.', 'Une personne présente']),
    );
    expect(words(paper)).not.toContain('NON SCELLÉ');
    expect(words(paper)).not.toContain('Une voix');
  });

  it('gives the actions their owners and days, or says that none is stated', async () => {
    const [table] = chapter(await paperOf('sealed'), 'actions');
    const rows = (table as Block & { kind: 'table' }).rows.map((row) =>
      row.map((cell) => cell.map(said).join()),
    );
    expect(rows).toEqual([
      ['Préparer la charte', owner, '30 juin 2026', 'Gouvernance'],
      ['Relire la charte', 'non précisé', 'non précisée', 'Gouvernance'],
    ]);
  });

  it('says in which language a passage is that is missing in the reader’s', async () => {
    const paper = await paperOf('sealed', 'ar');
    expect(chapter(paper, 'conclusions').at(-1)).toEqual({
      kind: 'list',
      items: [
        [
          { text: 'Tenir parole.', lang: 'fr', dir: 'ltr' },
          { text: ' (بالفرنسية)', soft: true },
        ],
      ],
    });
    expect(words(chapter(paper, 'minutes'))).toContain('تُحدث شبكة.');
  });

  it('is for its rapporteurs until the workshop is published', async () => {
    const set = (status: 'closed' | 'published') =>
      db.transaction(async (tx) => {
        const id = (await resolveAddress(tx, 'workshops', 'sealed'))!;
        await updateRecord(tx, administrator, 'workshops', id, { status });
      });
    await set('closed');
    const paper = await paperOf('sealed');
    await set('published');
    expect(chapter(paper, 'minutes')).toEqual([]);
    expect(words(paper)).not.toContain('Préparer la charte');
    expect(words(chapter(paper, 'limits'))).toContain(
      'le détail des débats (aucun procès-verbal approuvé n’est publié)',
    );
  });

  it('leaves only what is unknown among the limits', async () => {
    const [, list] = chapter(await paperOf('sealed'), 'limits');
    expect((list as Block & { kind: 'list' }).items.map(said)).toEqual([
      'les heures du programme',
      'le nombre de personnes présentes',
    ]);
  });
});

describe('what was adopted', () => {
  const actionsIn = async (locale: Locale = 'fr', changes: Partial<Setting> = {}) =>
    chapter(await paperOf('sealed', locale, changes), 'actions').flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.map(said).join(' / '))) : [],
    );
  let organisation: { id: string; name_fr: string | null };
  beforeAll(async () => {
    const workshopId = (await resolveAddress(db.reader, 'workshops', 'sealed'))!;
    organisation = await db.reader
      .selectFrom('organisations')
      .select(['id', 'name_fr'])
      .where('slug', '=', 'iom-morocco')
      .executeTakeFirstOrThrow();
    const item = await db.reader
      .selectFrom('programme_items')
      .select('id')
      .where('workshop_id', '=', workshopId)
      .orderBy('position')
      .executeTakeFirstOrThrow();
    const made = async (values: object) =>
      done(await createAction(db, administrator, { workshopId, ...values } as never)).id;
    await made({ kind: 'decision', text: inFrench('Le réseau se réunit chaque année.') });
    const id = await made({
      kind: 'action',
      text: inFrench('Écrire la charte'),
      itemId: item.id,
      organisationId: organisation.id,
      dueOn: '2026-06-30',
    });
    done(await settleAction(db, administrator, { id, version: 1, status: 'done' }, clock));
    await made({ kind: 'action', text: inFrench('Inviter'), owner: 'UN NOM SANS FICHE' });
  });

  it('stands with its owners, days and state, in place of what the minutes had', async () => {
    expect(await actionsIn()).toEqual([
      ['Écrire la charte / Gouvernance', organisation.name_fr, '30 juin 2026', 'Faite'],
      ['Inviter', 'désignée, sans fiche publique', 'Sans échéance', 'En cours'],
    ]);
    expect(words(chapter(await paperOf('sealed'), 'actions'))).toContain('Le réseau se réunit chaque année.');
    expect((await actionsIn('ar')).map(([, , due]) => due)[0]).toContain('30');
    expect(JSON.stringify(await paperOf('sealed'))).not.toContain('UN NOM SANS FICHE');
  });

  it('is told once the workshop is published, and in the preview before', async () => {
    const set = (status: 'closed' | 'published') =>
      db.transaction(async (tx) => {
        const id = (await resolveAddress(tx, 'workshops', 'sealed'))!;
        await updateRecord(tx, administrator, 'workshops', id, { status });
      });
    await set('closed');
    const [told, previewed] = [await actionsIn(), await actionsIn('fr', { draftOf: '2027-03-12' })];
    await set('published');
    expect(told).toEqual([]);
    expect(previewed).toHaveLength(2);
  });

  it('is previewed with what is not sealed, marked on each page and in each place', async () => {
    const paper = await paperOf('sealed', 'fr', { draftOf: '2027-03-12', exercise: true });
    expect(words(paper)).toContain('NON SCELLÉ');
    expect(words(chapter(paper, 'minutes'))).toContain('Texte en cours\u00A0: ni approuvé ni scellé.');
    expect(paper.date).toBe('2027-03-12');
    expect(paper.notice?.text).toBe(
      'Aperçu du 12 mars 2027, non publié · Réseau d’exercice\u00A0: contenu engendré par un programme',
    );
  });
});
