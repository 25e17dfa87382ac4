import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAction } from '#events/actions/changes.server.ts';
import { createConclusion } from '#events/conclusions/changes.server.ts';
import { readDossier } from '#events/dossier/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { overwriteGetLocale } from '#messages/runtime';
import { anonymous } from '#platform/actor/actor.ts';
import { openTestDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { done } from '#platform/records/outcome.ts';
import { resolveAddress, updateRecord } from '#platform/records/records.server.ts';
import { loadDemonstration } from '../../../demo/load.ts';
import { administrator, facilitatorOf, inFrench, workshopNamed } from '../../../tests/support/workshops.ts';
import { readProceedings, type Proceedings } from '../proceedings/queries.server.ts';
import { createPressNote, publishPressNote, takeDraft, updatePressNote } from './changes.server.ts';
import { draftedNote, pressPaper } from './exports.server.ts';
import { readPressNote, readPublicNote } from './queries.server.ts';

let db: TestDatabase;
let draft: string;
beforeAll(async () => {
  overwriteGetLocale(() => 'fr');
  db = await openTestDatabase();
  await loadDemonstration(db);
  draft = await workshopNamed(db, 'not-public');
});
afterAll(() => db.close());

const site = 'https://indimaj.example';
const refused = { ok: false, reason: 'platform_refused_not_allowed' };

async function toldOf(slug: string): Promise<Proceedings> {
  const id = (await resolveAddress(db.reader, 'workshops', slug))!;
  const workshop = (await readWorkshop(db.reader, administrator, id))!;
  return readProceedings(db.reader, anonymous, await readDossier(db.reader, anonymous, workshop));
}
const lines = (text: string | undefined) => text?.split('\n').filter(Boolean) ?? [];

describe('the note that facts give', () => {
  it('says in each language what was held, whose it was and what came of it, and where to read on', async () => {
    const { title, text } = draftedNote(await toldOf('rabat-2018'), site, true);
    expect(title).toEqual({
      fr: 'Les Régions marocaines, actrices de la politique migratoire et du développement',
      ar: 'الجهات المغربية، فاعلة في سياسة الهجرة وفي التنمية',
      en: 'Moroccan Regions, Actors in Migration Policy and Development',
      original: 'fr',
    });
    for (const locale of ['fr', 'ar', 'en'] as const) {
      const said = lines(text[locale]);
      expect(said).toEqual(
        expect.arrayContaining([
          expect.stringContaining(`${site}/${locale}/workshops/rabat-2018/proceedings`),
          expect.stringMatching(/^– /),
        ]),
      );
      expect(said[0]).toContain('2018');
      // Nobody counted who was there, so that no number is said.
      expect(said.join()).not.toMatch(/null|undefined|NaN/);
    }
    expect(lines(text.en)).toContain('Recommendations shared:');
    expect(text.fr).not.toContain('Personnes présentes');
  });

  it('tells of a meeting to come what it aims at, and nothing that came of it', async () => {
    const { text } = draftedNote(await toldOf('rabat-2018'), site, false);
    expect(lines(text.fr)[0]).toContain('est annoncée');
    expect(text.fr).not.toContain('Recommandations partagées');
    expect(text.fr).not.toContain('/proceedings');
  });

  it('has no language without a title, says which passages are in another, and adopts what was adopted', async () => {
    const workshopId = await workshopNamed(db, 'adopting', {
      status: 'published',
      title: { fr: 'Adopter', ar: 'اعتماد', original: 'fr' },
    });
    await db.transaction((tx) =>
      updateRecord(tx, administrator, 'workshops', workshopId, {
        attendance_total: 45,
        attendance_minimum: 1,
      }),
    );
    const kind = 'decision' as const;
    done(await createAction(db, administrator, { workshopId, kind, text: inFrench('Un\nréseau.') }));
    const conclusion = { workshopId, kind: 'conclusion', text: inFrench('Tenir parole.') } as const;
    done(await createConclusion(db, administrator, conclusion));
    const { text } = draftedNote(await toldOf('adopting'), site, true);
    expect(Object.keys(text).toSorted()).toEqual(['ar', 'fr', 'original']);
    expect(lines(text.ar)).toContain('عدد الحاضرين: أكثر من 45.');
    expect(lines(text.fr)).toEqual(expect.arrayContaining(['– Un réseau.', '– Tenir parole.']));
    expect(lines(text.ar)).toContain('– Tenir parole. (بالفرنسية)');
  });

  it('quotes those only whose words were sealed with their name', async () => {
    const told = await toldOf('rabat-2018');
    const entry = { kind: 'quotation', original: 'fr', ar: null, en: null, owner: null, due: null } as const;
    const minutes = [
      {
        itemId: '',
        named: {} as never,
        seal: {} as never,
        content: {
          entries: [
            { ...entry, fr: 'Nous continuerons.', speaker: 'Voix consentante' },
            { ...entry, fr: 'Sans nom.', speaker: null },
          ],
        } as never,
      },
      {
        itemId: '',
        named: {} as never,
        seal: null,
        content: { entries: [{ ...entry, fr: 'Non scellé', speaker: 'X' }] } as never,
      },
    ];
    const { text } = draftedNote({ ...told, minutes }, site, true);
    expect(text.fr).toMatch(/«\s?Nous continuerons\.\s?» — Voix consentante/);
    expect(text.fr).not.toMatch(/Sans nom|Non scellé/);
  });
});

describe('a press note', () => {
  const words = { title: inFrench('Titre'), text: inFrench('Texte gardé.') };

  it('is begun, changed and kept in its versions by who edits the workshop, once for each', async () => {
    const actor = facilitatorOf(draft);
    const id = done(await createPressNote(db, actor, { workshopId: draft, ...words })).id;
    expect(await createPressNote(db, actor, { workshopId: draft, ...words })).toMatchObject({ ok: false });
    const changed = { ...words, text: inFrench('Autre.'), id, version: 1 };
    expect(await updatePressNote(db, actor, changed)).toEqual({ ok: true, id, version: 2 });
    expect(await updatePressNote(db, actor, changed)).toMatchObject({ reason: 'platform_refused_stale' });
    const kept = await db.reader
      .selectFrom('journal')
      .select('after')
      .where('record_id', '=', id)
      .orderBy('number')
      .execute();
    expect(kept.map(({ after }) => JSON.parse(after!).text_fr)).toEqual(['Texte gardé.', 'Autre.']);
  });

  it('is nobody else’s', async () => {
    const { id, version } = (await readPressNote(db.reader, draft))!;
    const elsewhere = facilitatorOf((await resolveAddress(db.reader, 'workshops', 'rabat-2018'))!);
    for (const actor of [elsewhere, anonymous]) {
      expect(await createPressNote(db, actor, { workshopId: draft, ...words })).toEqual(refused);
      expect(await updatePressNote(db, actor, { ...words, id, version })).toEqual(refused);
      expect(await takeDraft(db, actor, { ...words, id, version, language: 'fr' })).toEqual(refused);
      expect(await publishPressNote(db, actor, { id, version, isPublic: true })).toEqual(refused);
    }
  });

  it('takes over one language and leaves the others', async () => {
    const actor = facilitatorOf(draft);
    const { id, version } = (await readPressNote(db.reader, draft))!;
    const drafted = {
      title: { fr: 'Neuf', ar: 'جديد', original: 'fr' as const },
      text: { fr: 'Texte neuf.', ar: 'نص جديد.', original: 'fr' as const },
    };
    done(await takeDraft(db, actor, { ...drafted, id, version, language: 'ar' }));
    expect(await readPressNote(db.reader, draft)).toMatchObject({
      title_fr: 'Titre',
      title_ar: 'جديد',
      text_fr: 'Autre.',
      text_ar: 'نص جديد.',
      text_en: null,
    });
  });

  it('is public once its workshop is, and as long as both are', async () => {
    const actor = facilitatorOf(draft);
    const publish = async (isPublic: boolean) => {
      const { id, version } = (await readPressNote(db.reader, draft))!;
      return publishPressNote(db, actor, { id, version, isPublic });
    };
    const set = (status: 'announced' | 'draft') =>
      db.transaction((tx) => updateRecord(tx, administrator, 'workshops', draft, { status }));
    const isRead = async () => {
      const workshop = (await readWorkshop(db.reader, administrator, draft))!;
      return (await readPublicNote(db.reader, workshop)) !== undefined;
    };
    expect(await publish(true)).toMatchObject({ reason: 'publication_press_not_public' });
    await set('announced');
    expect(await isRead()).toBe(false);
    done(await publish(true));
    expect(await isRead()).toBe(true);
    await set('draft');
    expect(await isRead()).toBe(false);
    await set('announced');
    done(await publish(false));
    expect(await isRead()).toBe(false);
  });
});

describe('the paper of a note', () => {
  it('has its parts, its addresses as links and a mark until it is public', async () => {
    const note = (await readPressNote(db.reader, draft))!;
    const dossier = await toldOf('not-public');
    const setting = { publicUrl: site, exercise: true, demonstration: false };
    const text_fr = 'Lire : https://a.example/x?y=1.\n\nAdopté :\n– #let x = 1\n– <b>';
    const paper = pressPaper({ ...note, text_fr }, dossier, setting);
    expect([paper.lang, paper.form]).toEqual(['fr', 'letter']);
    expect(paper.notice?.text).toMatch(/^Brouillon · Réseau d’exercice/);
    expect(pressPaper({ ...note, is_public: 1 }, dossier, setting).notice?.text).toMatch(
      /^Réseau d’exercice/,
    );
    expect(paper.blocks.slice(2)).toEqual([
      {
        kind: 'paragraph',
        text: [
          { text: 'Lire : ' },
          { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1', lang: 'en', dir: 'ltr' },
          { text: '.' },
        ],
      },
      { kind: 'paragraph', text: [{ text: 'Adopté :' }] },
      { kind: 'list', items: [[{ text: '#let x = 1' }], [{ text: '<b>' }]] },
    ]);
  });
});
