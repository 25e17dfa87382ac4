import sharp from 'sharp';
import { attachFile, attachRecord, attachWebPage } from '#follow-up/evidence/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { openStore } from '#platform/files/store.ts';
import { pdf } from '#platform/files/testing.ts';
import { columns } from '#platform/locale/text.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import type { Copied, NotCopied } from '#platform/web-copies/model.ts';
import { tester, type TestNode } from './node.ts';

const both = (fr: string, ar: string) => ({ fr, ar, original: 'fr' as const });

/** Evidence of every kind for a report that is being written: a document, a picture, a page with its copy and one without, a record. */
export async function writeEvidence({ services, publicUrl }: TestNode, reportId: string): Promise<void> {
  const { db, dataFolder } = services;
  const store = openStore(dataFolder);
  const said = (fr: string, ar: string) => ({ reportId, caption: both(fr, ar) });
  const bytes = await sharp({ create: { width: 900, height: 500, channels: 3, background: '#7a9' } })
    .png()
    .toBuffer();
  done(
    await attachFile(db, store, tester, {
      ...said('Le bail du local, signé', 'عقد كراء المقر موقّعاً'),
      datedOn: '2028-02',
      source: 'Conseil régional',
      licence: 'CC BY 4.0',
      sent: { name: 'Bail du local.pdf', bytes: pdf },
    }),
  );
  done(
    await attachFile(db, store, tester, {
      ...said('La façade du guichet', 'واجهة الشباك'),
      alt: both('Une façade claire', 'واجهة فاتحة اللون'),
      sent: { name: 'façade.png', bytes },
    }),
  );
  const page = async (url: string, fr: string, ar: string, answer: Copied | NotCopied) =>
    done(await attachWebPage(db, store, async () => answer, tester, { ...said(fr, ar), url }));
  const address = 'https://region.example/actualites/2028/02/ouverture-du-guichet-d-accueil-des-migrants';
  await page(address, 'L’annonce de l’ouverture', 'إعلان الافتتاح', {
    ok: true,
    bytes: Buffer.from('<h1>Ouverture</h1>'),
    mediaType: 'text/html',
    address: `${address}?lang=fr`,
  });
  const gone = { ok: false, problem: 'gone', status: 404 } as const;
  await page('https://journal.example/1', 'Un article de presse', 'مقال صحفي', gone);
  done(
    await attachRecord(db, tester, {
      ...said('La rencontre où il fut annoncé', 'اللقاء الذي أُعلن فيه'),
      address: '/workshops/rabat-2018',
      publicUrl,
    }),
  );
}

/** A published reading of a report, and one that waits to be decided. @returns the id of the second */
export function writeReadings({ write }: TestNode, reportId: string): Promise<string> {
  return write(async (tx) => {
    let last = '';
    for (const [slug, fr, ar, stage] of [
      ['riverains', 'Association des riverains', 'جمعية الجوار', 'published'],
      ['universite', 'Université du littoral', 'جامعة الساحل', 'submitted'],
    ] as const) {
      const type = stage === 'published' ? 'association' : 'university';
      const organisation = { slug, type, level: 'local', name: both(fr, ar) } as const;
      const { id } = done(await createOrganisation(tx, tester, organisation));
      last = await createRecord(tx, tester, 'readings', {
        report_id: reportId,
        organisation_id: id,
        judgement: stage === 'published' ? 'disagrees' : 'partly',
        own_status: 'not-started',
        ...columns('text', both('Le guichet est fermé depuis un mois.', 'الشباك مغلق منذ شهر.')),
        sources: 'https://riverains.example/visite-du-guichet',
        stage,
        written_by: null,
        submitted_at: '2028-03-01T08:00:00.000Z',
        answer: null,
        answer_language: null,
        decided_at: null,
        decided_by: null,
        ...columns(
          'reply',
          stage === 'published' ? both('Il rouvre lundi.', 'يفتح من جديد يوم الاثنين.') : undefined,
        ),
        replied_at: stage === 'published' ? '2028-03-05T08:00:00.000Z' : null,
      });
    }
    return last;
  });
}
