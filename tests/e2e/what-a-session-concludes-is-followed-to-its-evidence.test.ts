import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createSeries } from '#events/series/changes.server.ts';
import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import type { OrganisationType } from '#network/organisations/model.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { linkPerson } from '#network/person-links/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import type { Role, Scope } from '#platform/actor/actor.ts';
import { pdf } from '#platform/files/testing.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { done } from '#platform/records/outcome.ts';
import { note, sessionNamed } from '../support/board.ts';
import { laptop, phone, startBrowser } from '../support/browser.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { deskIn, type Desk } from '../support/office.ts';
import { cookieOf } from '../support/session.ts';
import { inFrench, workshopNamed } from '../support/workshops.ts';

/*
 * What a session concludes, until everybody can see what became of it: each step by the form that its people use, in
 * French and in Arabic.
 */
let node: TestNode;
let browser: Browser;
const accounts = new Map<string, string>();
const desks = new Map<string, Desk>();
beforeAll(async () => {
  [node, browser] = await Promise.all([startNode(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** An account that holds a role, told of everything at once, at a desk of its own. */
async function somebody(name: string, locale: Locale, role?: Role, scope: Scope = 'network', on = 'network') {
  const { db } = node.services;
  const input = { name, email: `${name}@region.example`, locale };
  const accountId = done(await createAccount(db, tester, input)).id;
  accounts.set(name, accountId);
  await db.transaction((tx) =>
    tx.updateTable('accounts').set({ notices: 'each' }).where('id', '=', accountId).execute(),
  );
  if (role) done(await giveRole(db, tester, { accountId, role, scope, on }));
}

/** Pages of those who work without script: what they send is answered by a whole page. */
const plain = new WeakSet<Page>();

/** Where somebody works: in Arabic on a phone, in French on a laptop; only the plenary and the region have script. */
async function at(name: string, locale: Locale = 'fr'): Promise<Desk> {
  const known = desks.get(name);
  if (known) return known;
  const javaScriptEnabled = name === 'plenary' || name === 'region';
  const viewport = locale === 'ar' ? phone : laptop;
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  context.setDefaultTimeout(15_000);
  const [cookie = '', value = ''] = (await cookieOf(node, accounts.get(name)!)).split('=', 2);
  await context.addCookies([{ name: cookie, value, url: node.publicUrl }]);
  const desk = await deskIn(context, node);
  if (!javaScriptEnabled) plain.add(desk.page);
  desks.set(name, desk);
  return desk;
}

/** Fills a form by the names of its controls, sends it by its button, and waits for the next page. */
async function send(page: Page, values: Record<string, string>, button: string): Promise<void> {
  const names = Object.keys(values);
  const form = names.length
    ? page.locator('form', { has: page.locator(`[name="${names[0]}"]`) }).last()
    : page.locator('form', { has: page.getByRole('button', { name: button, exact: true }) }).last();
  for (const [name, value] of Object.entries(values)) {
    const control = form.locator(`[name="${name}"]`);
    if (value === 'on') await control.check();
    else if ((await control.evaluate((node) => node.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }
  const answered = page.waitForResponse((one) => one.request().method() === 'POST');
  const loaded = plain.has(page) && page.waitForEvent('load');
  await form.getByRole('button', { name: button, exact: true }).click();
  const status = (await answered).status();
  await (loaded || page.waitForLoadState('networkidle'));
  // What was refused says why.
  if (status >= 400) throw new Error(await page.locator('main').innerText());
}

/** Opens a page and lets its script settle, as somebody who reads before typing. */
async function open({ page, open: go }: Desk, path: string): Promise<Page> {
  await go(path);
  if (!plain.has(page)) await page.waitForLoadState('networkidle');
  return page;
}

const letters = async (name: string) => {
  const rows = await node.services.db.reader
    .selectFrom('mail_messages')
    .select(['id', 'subject'])
    .where('to_address', '=', `${name}@region.example`)
    .orderBy('id')
    .execute();
  return rows;
};

it('leads from a session to the evidence, and tells whoever proposed it', async () => {
  const { db } = node.services;
  // Who meets, who is asked, and who answers for what.
  const series = done(await createSeries(db, tester, { slug: 'accueil', name: inFrench('Accueil') })).id;
  const workshopId = await workshopNamed(db, 'accueil-2027', { status: 'closed', seriesId: series });
  await workshopNamed(db, 'accueil-2028', {
    status: 'announced',
    seriesId: series,
    startsOn: '2028-03-10',
    endsOn: '2028-03-11',
  });
  const { minutesId } = await sessionNamed(db, workshopId, 'Séance sur l’accueil');
  await note(db, minutesId, 'L’accueil se fait près des gens', { kind: 'conclusion', rank: 'a0' });
  await note(db, minutesId, 'Ouvrir des guichets d’accueil', {
    kind: 'recommendation',
    rank: 'a1',
    text_ar: 'فتح شبابيك للاستقبال',
  });
  const place = {
    slug: 'tafraoute',
    level: 'region',
    code: 'MA-99',
    name: inFrench('Région Atlas'),
  } as const;
  const territory = done(await createTerritory(db, tester, place)).id;
  const organisation = async (
    slug: string,
    type: OrganisationType,
    level: 'national' | 'regional' | 'local',
  ) =>
    done(
      await createOrganisation(db, tester, {
        slug,
        type,
        level,
        name: { fr: slug, ar: `مؤسسة ${slug}`, original: 'fr' },
        ...(level === 'regional' && { territoryId: territory }),
      }),
    ).id;
  const ministry = await organisation('ministere-accueil', 'ministry', 'national');
  const council = await organisation('conseil-atlas', 'regional-council', 'regional');
  const association = await organisation('riverains', 'association', 'local');
  await somebody('plenary', 'fr', 'coordinator');
  await somebody('ministry', 'fr', 'focal-point', 'organisation', ministry);
  await somebody('region', 'ar', 'focal-point', 'organisation', council);
  await somebody('deputy', 'fr', 'alternate', 'organisation', council);
  await somebody('validator', 'ar', 'validator', 'organisation', council);
  await somebody('association', 'fr', 'member', 'organisation', association);
  await somebody('regional', 'fr', 'coordinator', 'territory', territory);
  await somebody('participant', 'ar');
  await somebody('administration', 'fr', 'administrator');
  const person = done(
    await createPerson(db, tester, { slug: 'participante', name: inFrench('Participante') }),
  ).id;
  const participant = accounts.get('participant')!;
  done(await linkPerson(db, tester, { id: participant, version: 1, personId: person }));
  await node.settled();

  // The plenary adopts a conclusion, and the recommendation that follows from it enters the register.
  const plenary = await at('plenary');
  const board = await open(plenary, '/fr/workshops/accueil-2027/board');
  await board.locator('#gather').click();
  await board.waitForURL(/done=gathered/);
  const adopt = (text: string) => board.locator('[id^="row-"]', { hasText: text }).locator('[id^="adopt-"]');
  await adopt('L’accueil se fait près des gens').click();
  await board.locator('[id^="back-"]').first().waitFor();
  const follows = board.locator('select[name="conclusion"]');
  await follows.selectOption({ index: 1 });
  await adopt('Ouvrir des guichets d’accueil').click();
  await board.locator('[id^="back-"]').nth(1).waitFor();
  const recommendation = await db.reader
    .selectFrom('recommendations')
    .selectAll()
    .where('title_fr', '=', 'Ouvrir des guichets d’accueil')
    .executeTakeFirstOrThrow();
  const links = await open(plenary, `/fr/recommendations/${recommendation.slug}/links`);
  for (const [relation, to] of [
    ['addressed-to', ministry],
    ['proposed-by', person],
  ] as const) {
    const section = links.locator(`section#${relation}`);
    await section.locator('select[name="to"]').selectOption(to);
    await section.getByRole('button', { name: 'Ajouter' }).click();
    await section.getByRole('button', { name: /^Retirer/ }).waitFor();
  }

  // The ministry accepts in part, with its reasons.
  const answers = await open(await at('ministry'), `/fr/recommendations/${recommendation.slug}/answers`);
  const reasons = 'Le budget de cette année est engagé.';
  await send(answers, { answer: 'accepted-in-part', 'reasons.fr': reasons }, 'Ajouter');

  // The region commits, in Arabic, and says what it measures and what it answers.
  const region = await at('region', 'ar');
  const fresh = await open(region, '/ar/new/commitments');
  await send(
    fresh,
    {
      'title.ar': 'شباك استقبال في كل إقليم',
      'title.fr': 'Un guichet dans chaque province',
      'deliverable.ar': 'ثمانية شبابيك مفتوحة خمسة أيام في الأسبوع',
      kind: 'service',
      organisationId: council,
      dueOn: '2028-12-31',
      reference: 'ATLAS-1',
      slug: 'guichet-atlas',
      visibility: 'public',
    },
    'حفظ الالتزام',
  );
  const commitment = '/ar/commitments/guichet-atlas';
  await send(
    await open(region, `${commitment}/indicators`),
    {
      'name.ar': 'الشبابيك المفتوحة',
      'unit.ar': 'شباكاً',
      direction: 'up',
      baseline: '٠',
      target: '٨',
    },
    'إضافة',
  );
  const concerned = await open(region, `${commitment}/links`);
  const within = concerned.locator('section#concerns');
  await within.locator('select[name="to"]').selectOption(territory);
  await within.getByRole('button', { name: 'إضافة' }).click();
  await within.locator('form[action="?/move"]').waitFor();
  const served = await open(region, `${commitment}/recommendations`);
  await send(served, { reference: recommendation.reference }, 'إضافة');

  // Its focal point reports with a figure and a file.
  const writing = await open(region, `${commitment}/reports/new`);
  const figure = await writing.locator('input[name^="figures."][name$=".value"]').getAttribute('name');
  await send(
    writing,
    {
      periodStartsOn: '2026-01-01',
      periodEndsOn: '2026-06-30',
      status: 'in-progress',
      [figure!]: '٢٫٥',
      'narrative.ar': 'فُتح شباكان ونصف.',
    },
    'حفظ المسودة',
  );
  await writing.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  const id = new URL(writing.url()).pathname.split('/').at(-1)!;
  const report = `${commitment}/reports/${id}`;
  const proving = await open(region, `${report}/evidence?add=file`);
  await proving
    .locator('input[name="file"]')
    .setInputFiles({ name: 'bail.pdf', mimeType: 'application/pdf', buffer: pdf });
  await send(proving, { 'caption.ar': 'عقد كراء المقر', 'caption.fr': 'Le bail du local' }, 'إرسال');
  const handIn = async () => {
    const page = await open(region, `${report}/submission`);
    expect(await page.locator('main').innerText()).toContain('2,5');
    await send(page, {}, 'إحالة التقرير');
  };
  await handIn();

  // The validator sends it back once, then validates it.
  const validator = await at('validator', 'ar');
  const decide = async (values: Record<string, string>) =>
    send(await open(validator, `${report}/decision`), { ...values, language: 'ar' }, 'تسجيل القرار');
  await decide({ decision: 'returned', reasons: 'كيف يُفتح نصف شباك؟' });
  const again = await open(region, report);
  // At the head of the page, where the report is taken up again, and among what was decided.
  expect(await again.getByText('كيف يُفتح نصف شباك؟').count()).toBe(2);
  const edited = await open(region, `${report}/edit`);
  expect(await edited.inputValue(`[name="${figure}"]`)).toBe('2,5');
  await send(edited, { [figure!]: '3', 'narrative.ar': 'فُتحت ثلاثة شبابيك.' }, 'حفظ المسودة');
  const whole = await open(region, `${report}/submission`);
  await send(whole, {}, 'إحالة التقرير');
  await decide({ decision: 'validated' });

  // An association reads it otherwise, and a coordinator publishes what it says.
  const french = report.replace('/ar/', '/fr/');
  const reading = await open(await at('association'), `${french}/readings`);
  const said = 'Un guichet n’ouvre que le matin.';
  await send(
    reading,
    { judgement: 'partly', organisationId: association, 'text.fr': said },
    'Transmettre la lecture',
  );
  const deciding = await open(await at('regional'), `${french}/readings`);
  await deciding.locator('a[href*="do=decide"]').click();
  await deciding.locator('[name="decision"]').waitFor();
  await send(deciding, { decision: 'published', language: 'fr' }, 'Enregistrer la décision');

  // Whoever proposed it is told of each step in Arabic, as the outbox shows.
  await vi.waitFor(async () => {
    expect((await letters('participant')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('رُبط حسابكم'),
      expect.stringContaining('قبول جزئي'),
      expect.stringContaining('صدر التزام استجابة للتوصية'),
      expect.stringContaining('صُودق على تقرير عن الالتزام «شباك استقبال في كل إقليم»'),
    ]);
  }, 5_000);
  const told = await letters('participant');
  const outbox = await open(await at('administration'), '/fr/administration/outbox');
  await outbox
    .locator(`a[href*="${told.at(-1)!.id}"]`)
    .first()
    .click();
  const letter = outbox.frameLocator('iframe');
  await letter.getByText('فتح شبابيك للاستقبال').first().waitFor();
  expect(await letter.locator('html').getAttribute('dir')).toBe('rtl');

  // The focal point hands over, and the successor confirms.
  const leaving = await open(region, '/ar/handovers');
  await leaving.locator('#own form button').first().click();
  await leaving.waitForURL(/\/handovers\/[0-9a-f-]+/);
  await leaving.waitForLoadState('networkidle');
  await send(leaving, { accountId: accounts.get('deputy')! }, 'تعيين');
  const handover = new URL(leaving.url()).pathname.split('/').at(-1)!;
  const taking = await open(await at('deputy'), '/fr/my-work');
  await taking.locator(`a[href$="/handovers/${handover}"]`).first().click();
  await taking.waitForURL(/\/handovers\//);
  await send(taking, { read: 'on' }, 'Prendre la suite');
  expect((await open(await at('deputy'), `/fr/commitments/guichet-atlas/edit`)).url()).toContain('/edit');

  // Anybody walks the chain, from the session to the evidence.
  const reader = await deskIn(await browser.newContext({ viewport: phone }), node);
  const walk = await open(reader, `/fr/recommendations/${recommendation.slug}`);
  await walk.locator(`a[href$="/recommendations/${recommendation.slug}/chain"]`).first().click();
  await walk.locator('#path').waitFor();
  const path = (await walk.locator('#path').innerText()).replaceAll(/\s+/g, ' ');
  const steps = [
    'accueil-2027',
    'Séance sur l’accueil',
    'L’accueil se fait près des gens',
    'Ouvrir des guichets d’accueil',
    'ministere-accueil',
    'Un guichet dans chaque province',
    'janvier – 30 juin 2026',
    'Le bail du local',
  ];
  const places = steps.map((step) => path.indexOf(step));
  expect(steps.filter((_, index) => places[index] === -1)).toEqual([]);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  await walk.locator('#path').getByText('Le bail du local').click();
  await walk.waitForURL(new RegExp(`/reports/${id}#evidence-`));
  await walk.getByText(said).waitFor();
  const file = await walk.locator('#evidence a[href*="/api/evidence/"]').first().getAttribute('href');
  const handed = await fetch(new URL(file!, node.url));
  expect([handed.status, handed.headers.get('content-type')]).toEqual([200, 'application/pdf']);

  // The next edition opens on it.
  const next = await open(reader, '/ar/workshops/accueil-2028');
  const opened = next.locator('#previous', { hasText: 'فتح شبابيك للاستقبال' });
  await opened.waitFor();

  // The region's president is handed the briefing, in French and in Arabic.
  for (const locale of ['fr', 'ar'] as const) {
    const place = await open(reader, `/${locale}/territories/tafraoute`);
    await place.locator('a[href$="/territories/tafraoute/briefing"]').first().click();
    await place.waitForURL(/\/briefing$/);
    const link = place.locator('a[href$="/briefing.pdf"]').first();
    const paper = await reader.context.request.get(node.publicUrl + (await link.getAttribute('href')));
    const { 'content-type': type, 'content-disposition': name } = paper.headers();
    expect([paper.status(), type]).toEqual([200, 'application/pdf']);
    expect(name).toContain(`-${locale}.pdf`);
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await place
      .getByText(locale === 'fr' ? 'conseil-atlas' : 'مؤسسة conseil-atlas')
      .first()
      .waitFor();
  }
  expect(node.errors).toEqual([]);
}, 120_000);
