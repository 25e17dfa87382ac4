import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import type { Role } from '#platform/actor/actor.ts';
import { done } from '#platform/records/outcome.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { writeCommitment } from '../support/commitments.ts';
import { writeEvidence } from '../support/evidence.ts';
import { plain } from '../support/html.ts';
import { startNode, tester, type TestNode } from '../support/node.ts';
import { writeReports, type WrittenReports } from '../support/reports.ts';
import { cookieOf, post } from '../support/session.ts';

/*
 * A report from its form to what the public reads, by the pages alone: each step by whoever may take it, each refusal
 * in words, nothing that was typed lost.
 */
let node: TestNode;
let slug: string;
let past: WrittenReports;
const cookies: Record<string, string> = {};
const ids: Record<string, string> = {};
beforeAll(async () => {
  node = await startNode({ clock: () => new Date('2029-03-01T12:00:00Z') });
  slug = await node.write(writeCommitment);
  past = await node.write((tx) => writeReports(tx, slug));
  const { organisation_id: lead, confirmed_by_id: confirmer } = await node.services.db.reader
    .selectFrom('commitments')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  await account('point', 'focal-point', lead);
  await account('alternate', 'alternate', lead);
  await account('validator', 'validator', lead);
  await account('confirmer', 'validator', confirmer!);
  await account('stranger', 'focal-point', confirmer!);
});
afterAll(async () => {
  expect(node.errors).toEqual([]);
  await node.stop();
});

async function account(name: string, role: Role, on: string) {
  const id = await node.write(async (tx) => {
    const made = { name, email: `${name}@region.example`, locale: 'fr' as const };
    const { id: accountId } = done(await createAccount(tx, tester, made));
    done(await giveRole(tx, tester, { accountId, role, scope: 'organisation', on }));
    return accountId;
  });
  ids[name] = id;
  cookies[name] = await cookieOf(node, id);
}

const at = (place = '') => `/fr/commitments/${slug}/reports/${place}`;
const read = async (path: string, name: string) => node.get(path, { cookie: cookies[name]! });
const words = async (path: string, name: string) => plain(await (await read(path, name)).text());
const send = (path: string, name: string, fields: Record<string, string>) =>
  post(node, path, fields, { cookie: cookies[name]! });
const versionIn = async (path: string, name: string) =>
  /name="version" value="(\d+)"/.exec(await (await read(path, name)).text())![1]!;

const typed = (values: Record<string, string> = {}) => ({
  periodStartsOn: '2029-01-01',
  periodEndsOn: '2029-02-28',
  status: 'in-progress',
  'narrative.fr': 'Six guichets et demi.',
  'narrative.original': 'fr',
  [`figures.${past.number}.value`]: '7,25',
  [`figures.${past.number}.source.fr`]: 'Registre, mars',
  [`figures.${past.number}.source.original`]: 'fr',
  [`figures.${past.scale}.value`]: '3',
  ...values,
});

async function begin(values: Record<string, string> = {}): Promise<string> {
  const html = await (await read(at('new'), 'point')).text();
  const organisationId = /<option value="([^"]+)"[^>]*>Agence catalane/.exec(html)![1]!;
  const answer = await send(at('new'), 'point', { organisationId, ...typed(values) });
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!.split('/').at(-1)!;
}
const submit = async (id: string) =>
  send(`${at(id)}/submission?/submit`, 'point', {
    version: await versionIn(`${at(id)}/submission`, 'point'),
  });
const decide = async (id: string, name: string, fields: Record<string, string>) =>
  send(`${at(id)}/decision`, name, {
    version: await versionIn(`${at(id)}/decision`, name),
    language: 'fr',
    ...fields,
  });

describe('the form of a report', () => {
  it('begins where the last one ended, with what last stood and what it announced', async () => {
    const html = await (await read(at('new'), 'point')).text();
    expect(html).toMatch(
      /name="periodStartsOn"[^>]*value="2029-01-01"|value="2029-01-01"[^>]*name="periodStartsOn"/,
    );
    expect(html).toMatch(
      new RegExp(
        `name="figures.${past.number}.value"[^>]*value="5,5"|value="5,5"[^>]*name="figures.${past.number}.value"`,
      ),
    );
    // The draft of the last period says otherwise, and nobody has looked at it.
    expect(html).toMatch(/<option value="in-progress" selected/);
    expect(plain(html)).toContain('Former deux agents de plus.');
    for (const name of ['validator', 'confirmer', 'stranger'])
      expect((await read(at('new'), name)).status).toBe(404);
    expect((await node.get(at('new'))).status).toBe(303);
  });

  it('says what is wrong beside it, keeps what was typed and writes nothing', async () => {
    const before = await count();
    const organisationId = await leadOf();
    const wrong = {
      organisationId,
      ...typed({ status: 'discontinued', [`figures.${past.number}.value`]: 'beaucoup' }),
    };
    const answer = await send(at('new'), 'point', wrong);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Six guichets et demi.');
    expect(html).toContain('id="field-reason-problem"');
    const number = await send(at('new'), 'point', { ...wrong, status: 'in-progress' });
    expect(await number.text()).toContain('beaucoup');
    expect(await count()).toBe(before);
  });

  it('shows both texts where two people changed one report', async () => {
    const id = await begin();
    const version = await versionIn(`${at(id)}/edit`, 'point');
    const change = (name: string, narrative: string, value: string) =>
      send(`${at(id)}/edit`, name, {
        version,
        ...typed({ 'narrative.fr': narrative, [`figures.${past.number}.value`]: value }),
      });
    expect((await change('alternate', 'Le leur', '8')).status).toBe(303);
    // As the form shows it.
    const answer = await change('point', 'Le mien', '7.25');
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('Le mien');
    expect(html).toContain('Le leur');
    // The figure was changed by one of them only, and is theirs.
    expect(html).not.toContain(`choice of figures.${past.number}.value`);
  });

  it('keeps what was typed for whoever signs in again', async () => {
    const answer = await post(node, at('new'), typed({ 'narrative.fr': 'Gardé' }));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain('/fr/sign-in');
    const held = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
    const html = await (await node.get(at('new'), { cookie: [cookies['point'], ...held].join('; ') })).text();
    expect(html).toContain('Gardé');
    expect(html).toContain('Registre, mars');
    await node.write((tx) => tx.deleteFrom('form_drafts').execute());
  });
});

describe('the work of who speaks for an institution', () => {
  it('begins with committing and with reporting, which others are not offered', async () => {
    const offered = async (name: string) => {
      const page = await (await read('/fr/my-work', name)).text();
      return ['/fr/new/commitments', `/fr/commitments/${slug}/reports/new`].map((to) =>
        page.includes(`"${to}"`),
      );
    };
    expect(await offered('point')).toEqual([true, true]);
    expect(await offered('alternate')).toEqual([true, true]);
    expect(await offered('validator')).toEqual([false, false]);
    // Another institution commits as well, and has nothing to report on here.
    expect(await offered('stranger')).toEqual([true, false]);
  });
});

describe('a report', () => {
  it('goes from its form to the public: sent back once, changed, validated, confirmed', async () => {
    const id = await begin();
    expect(await words(at(id), 'point')).toContain('Ce rapport est un brouillon');
    expect((await node.get(at(id))).status).toBe(404);
    expect((await submit(id)).status).toBe(303);
    expect(await words(at(id), 'point')).toContain('Vous pouvez encore le reprendre');
    expect(await words(at(id), 'validator')).toContain('attend votre décision');
    expect(await words('/fr/my-work', 'validator')).toContain('Un guichet d’accueil');

    const silent = await decide(id, 'validator', { decision: 'returned' });
    expect([silent.status, (await silent.text()).includes('id="field-reasons-problem"')]).toEqual([
      422,
      true,
    ]);
    expect(
      (await decide(id, 'validator', { decision: 'returned', reasons: 'Quel demi-guichet ?' })).status,
    ).toBe(303);
    for (const page of [at(id), `${at(id)}/edit`])
      expect(await words(page, 'point')).toContain('Quel demi-guichet ?');
    const version = await versionIn(`${at(id)}/edit`, 'point');
    const values = typed({ 'narrative.fr': 'Sept guichets.', [`figures.${past.number}.value`]: '7' });
    expect((await send(`${at(id)}/edit`, 'point', { version, ...values })).status).toBe(303);
    expect((await submit(id)).status).toBe(303);
    expect((await decide(id, 'validator', { decision: 'validated' })).status).toBe(303);
    await node.settled();
    const text = plain(await (await node.get(at(id))).text());
    expect(text).toContain('Sept guichets.');
    expect(text).not.toContain('Quel demi-guichet');
    expect(plain(await (await node.get(`/fr/commitments/${slug}`)).text())).toContain('87 %');

    expect(await words(at(id), 'point')).toContain('doit encore le confirmer');
    expect((await read(`${at(id)}/decision`, 'stranger')).status).toBe(404);
    expect((await decide(id, 'confirmer', { decision: 'validated' })).status).toBe(303);
    await node.settled();
    expect(plain(await (await node.get(at(id))).text())).toContain('confirmé par une autre partie');
  });

  it('is taken back by who wrote it while it is being decided: the decision is refused, and what it said kept', async () => {
    const id = await begin({ periodStartsOn: '2029-03-01', periodEndsOn: '2029-03-31' });
    await submit(id);
    const version = await versionIn(`${at(id)}/decision`, 'validator');
    const back = await send(`${at(id)}/submission?/back`, 'point', { version });
    expect(back.status).toBe(303);
    const late = await send(`${at(id)}/decision`, 'validator', {
      version,
      decision: 'returned',
      reasons: 'Longuement pesé',
      language: 'fr',
    });
    expect(late.status).toBe(422);
    const html = await late.text();
    expect(html).toContain('Longuement pesé');
    expect(plain(html)).toContain('il a été repris, ou quelqu’un a déjà décidé');
    expect(await words(at(id), 'point')).toContain('Brouillon');
  });

  it('is decided after it was taken back and handed in again: what was typed is kept, and goes on from what stands', async () => {
    const id = await begin({ periodStartsOn: '2028-08-01', periodEndsOn: '2028-08-31' });
    await submit(id);
    const page = `${at(id)}/decision`;
    const version = await versionIn(page, 'validator');
    const typing = { decision: 'returned', reasons: 'Longuement pesé', language: 'fr' };
    const drafted = await fetch(`${node.url}/fr/drafts`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: node.publicUrl,
        cookie: cookies['validator']!,
      },
      body: JSON.stringify({
        address: page.replace('/fr', ''),
        entries: Object.entries({ ...typing, version }),
      }),
    });
    expect(drafted.status).toBe(200);
    expect(await words(page, 'validator')).not.toContain('a changé depuis que vous avez commencé');
    await send(`${at(id)}/submission?/back`, 'point', { version });
    await submit(id);

    // Sent from the page as it was: told, not lost, and the next sending counts.
    const late = await send(page, 'validator', { version, ...typing });
    const answered = await late.text();
    expect([late.status, answered.includes('Longuement pesé')]).toEqual([409, true]);
    expect(plain(answered)).toContain('a changé depuis que vous avez commencé');
    const standing = String((await reportOf(id)).version);
    expect(/name="version" value="(\d+)"/.exec(answered)![1]).toBe(standing);

    // Opened anew: the draft comes back on the version that stands, and says that it was about another.
    const opened = await (await read(page, 'validator')).text();
    expect([opened.includes('Longuement pesé'), await versionIn(page, 'validator')]).toEqual([
      true,
      standing,
    ]);
    expect(plain(opened)).toContain('a changé depuis que vous avez commencé');
    expect((await send(page, 'validator', { ...typing, version: standing })).status).toBe(303);
    expect((await reportOf(id)).stage).toBe('returned');
  });

  it('is not decided by who handed it in, nor handed in twice', async () => {
    const id = await begin({ periodStartsOn: '2028-10-01', periodEndsOn: '2028-10-31' });
    const version = await versionIn(`${at(id)}/submission`, 'point');
    expect((await submit(id)).status).toBe(303);
    const again = await send(`${at(id)}/submission?/submit`, 'point', { version });
    expect([again.status, plain(await again.text())]).toEqual([
      422,
      expect.stringContaining('a été transmis'),
    ]);
    await node.write((tx) => updateRecord(tx, tester, 'reports', id, { submitted_by: ids['validator']! }));
    expect(await words(`${at(id)}/decision`, 'validator')).toContain('quelqu’un d’autre en décide');
    expect((await read(`${at(id)}/decision`, 'point')).status).toBe(404);
    expect((await read(`${at(id)}/edit`, 'point')).headers.get('location')).toBe(at(id));
  });

  it('says before it is handed in what it lacks and what it overlaps', async () => {
    const id = await begin({ [`figures.${past.scale}.value`]: '', status: 'completed' });
    const text = await words(`${at(id)}/submission`, 'point');
    expect(text).toContain('Guichets ouverts : 7,25 guichets (90 % du chemin)');
    expect(text).toContain('Qualité de l’accueil');
    expect(text).toContain('couvrent une partie de la même période');
    expect(text).not.toContain('Personne d’autre que vous');

    // Whoever decides is told the same, and sees what proves it.
    await writeEvidence(node, id);
    await submit(id);
    const decision = await words(`${at(id)}/decision`, 'validator');
    for (const told of [
      'Le rapport ne donne pas de chiffre pour : Qualité de l’accueil',
      'n’ont pas atteint leur cible : Guichets ouverts : 7,25 guichets (90 % du chemin)',
      'La façade du guichet',
    ])
      expect(decision).toContain(told);
  });

  it('has a history, for who writes and who decides it, from which its text and its figures come back', async () => {
    const figure = `figures.${past.number}.value`;
    const id = await begin({ periodStartsOn: '2028-05-01', periodEndsOn: '2028-05-31' });
    const change = async (values: Record<string, string>) => {
      const version = await versionIn(`${at(id)}/edit`, 'point');
      const path = `${at(id)}/edit`;
      const days = { periodStartsOn: '2028-05-01', periodEndsOn: '2028-05-31' };
      expect((await send(path, 'point', { version, ...typed({ ...days, ...values }) })).status).toBe(303);
    };
    await change({ 'narrative.fr': 'Un brouillon qu’on ne lira pas.', [figure]: '9' });
    await submit(id);
    await decide(id, 'validator', { decision: 'returned', reasons: 'À mesurer de nouveau' });
    const text = await words(`${at(id)}/history`, 'validator');
    for (const told of [
      'Un brouillon qu’on ne lira pas.',
      'Changement · Chiffre : Guichets ouverts Champ Avant Après Chiffre 7,25 9',
      'Ajout · Décision : Renvoyé avec des commentaires',
      'Étape du rapport En attente de validation À reprendre',
      'point',
    ])
      expect(text).toContain(told);
    // Only who writes may put a version back.
    expect(await (await read(`${at(id)}/history`, 'validator')).text()).not.toContain('?/restore');

    // What was changed since the page was read is told, not written over.
    const standing = String((await reportOf(id)).version);
    const stale = { version: '1', standing: String(Number(standing) - 1) };
    const refusal = await send(`${at(id)}/history?/restore`, 'point', stale);
    expect([refusal.status, String((await reportOf(id)).version)]).toEqual([422, standing]);
    expect(await (await read(`${at(id)}/history`, 'point')).text()).toContain(
      `name="standing" value="${standing}"`,
    );
    const back = await send(`${at(id)}/history?/restore`, 'point', { version: '1', standing });
    expect(back.headers.get('location')).toBe(`${at(id)}/history?done=restored`);
    const { version } = await reportOf(id);
    const html = await (await read(`${at(id)}/edit`, 'point')).text();
    expect([version, html.includes('Six guichets et demi.'), html.includes('value="7,25"')]).toEqual([
      5,
      true,
      true,
    ]);
    expect((await send(`${at(id)}/history?/restore`, 'point', { version: '999' })).status).toBe(422);
    expect((await send(`${at(id)}/history?/restore`, 'validator', { version: '1' })).status).toBe(404);

    await submit(id);
    await decide(id, 'validator', { decision: 'validated' });
    await node.settled();
    expect((await node.get(at(id))).status).toBe(200);
    // What it was before stays theirs once everybody reads what it became.
    for (const name of ['confirmer', 'stranger'])
      expect((await read(`${at(id)}/history`, name)).status).toBe(404);
    expect((await node.get(`${at(id)}/history`)).headers.get('location')).toContain('/fr/sign-in');
    const late = await send(`${at(id)}/history?/restore`, 'point', {
      version: '2',
      standing: String((await reportOf(id)).version),
    });
    expect([late.status, (await reportOf(id)).stage]).toEqual([422, 'validated']);
  });
});

describe('what reports measure', () => {
  it('is changed at the time of the node, as everything that a form changes', async () => {
    const path = `/fr/indicators/${past.number}/edit`;
    const version = await versionIn(path, 'point');
    const words = { 'name.fr': 'Guichets ouverts', 'name.original': 'fr', direction: 'up', target: '8' };
    expect((await send(path, 'point', { version, ...words })).status).toBe(303);
    const changed = await node.services.db.reader
      .selectFrom('indicators')
      .select(['target', 'updated_at'])
      .where('id', '=', past.number)
      .executeTakeFirstOrThrow();
    expect(changed).toEqual({ target: '8', updated_at: '2029-03-01T12:00:00.000Z' });
  });
});

const reportOf = (id: string) =>
  node.services.db.reader
    .selectFrom('reports')
    .select(['version', 'stage'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const leadOf = async () =>
  (
    await node.services.db.reader
      .selectFrom('commitments')
      .select('organisation_id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
  ).organisation_id;
const count = async () => (await node.services.db.reader.selectFrom('reports').select('id').execute()).length;
