import { createAccount } from '#network/accounts/changes.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { NETWORK } from '#platform/actor/actor.ts';
import { createConclusion } from '#events/conclusions/changes.server.ts';
import { createContribution, createItem } from '#events/programme/changes.server.ts';
import { createSeries } from '#events/series/changes.server.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import { createRecommendation } from '#follow-up/recommendations/changes.server.ts';
import { createInitiative, createOutcome } from '#network/initiatives/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createPerson } from '#network/people/changes.server.ts';
import { createSource } from '#network/sources/changes.server.ts';
import { createConcept } from '#network/taxonomy/changes.server.ts';
import { createFigure, createTerritory } from '#network/territories/changes.server.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { DEMONSTRATION, isDemonstration } from '#platform/services/settings.server.ts';
import { accounts } from './accounts.ts';
import type { Filled } from './filled.ts';
import { initiatives } from './initiatives.ts';
import { demonstration, Loader } from './loader.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { recommendations } from './recommendations.ts';
import { sources } from './sources.ts';
import { taxonomy } from './taxonomy.ts';
import { territories } from './territories.ts';
import { series, workshops } from './workshops.ts';
import type { WorkshopEntry } from './workshops/model.ts';

/**
 * Writes the demonstration network in one transaction, through the capabilities' own changes: all of it or
 * nothing.
 * @returns how many records were written.
 * @throws Error where it was loaded before, or where a record is refused.
 */
export async function loadDemonstration(db: Database): Promise<Filled> {
  return db.transaction(async (tx) => {
    if (await isDemonstration(tx)) throw new Error('The demonstration network is already loaded');
    const loader = new Loader(tx);
    await loadNetwork(tx, loader);
    await loadMeetings(tx, loader);
    for (const [index, [slug, { links, ...entry }]] of Object.entries(recommendations).entries()) {
      const input = { slug, position: index + 1, ...entry };
      loader.keep('recommendations', slug, await createRecommendation(tx, demonstration, input), links);
    }
    await loader.writeLinks();
    await loadAccounts(tx, loader);
    await tx.insertInto('settings').values({ key: DEMONSTRATION, value: '1' }).execute();
    return { records: await loader.written() };
  });
}

/** The accounts that anyone may enter, each in one role. */
async function loadAccounts(tx: Transaction, loader: Loader): Promise<void> {
  const kinds = { organisation: 'organisations', territory: 'territories', workshop: 'workshops' } as const;
  for (const [key, { name, locale, role, scope, on }] of Object.entries(accounts)) {
    const email = `${key}@demonstration.invalid`;
    const created = await createAccount(tx, demonstration, { name, email, locale, demonstration: true });
    const accountId = loader.keep('accounts', key, created);
    const where = on === undefined ? NETWORK : loader.id(kinds[scope as keyof typeof kinds], on);
    loader.check(await giveRole(tx, demonstration, { accountId, role, scope, on: where }));
  }
}

async function loadNetwork(tx: Transaction, loader: Loader): Promise<void> {
  for (const [key, entry] of Object.entries(sources))
    loader.keep('sources', key, await createSource(tx, demonstration, entry));

  for (const [slug, { parent, figures, links, ...entry }] of Object.entries(territories)) {
    const input = { slug, parentId: loader.optionalId('territories', parent), ...entry };
    const territoryId = loader.keep(
      'territories',
      slug,
      await createTerritory(tx, demonstration, input),
      links,
    );
    for (const { source, ...figure } of figures) {
      const figureInput = { territoryId, sourceId: loader.id('sources', source), ...figure };
      loader.check(await createFigure(tx, demonstration, figureInput));
    }
  }
  for (const scheme of taxonomy)
    for (const [index, [slug, { links, ...entry }]] of Object.entries(scheme).entries()) {
      const input = { slug, position: index + 1, ...entry };
      loader.keep('concepts', slug, await createConcept(tx, demonstration, input), links);
    }
  for (const [slug, { parent, territory, links, ...entry }] of Object.entries(organisations)) {
    const parentId = loader.optionalId('organisations', parent);
    const territoryId = loader.optionalId('territories', territory);
    const input = { slug, parentId, territoryId, ...entry };
    loader.keep('organisations', slug, await createOrganisation(tx, demonstration, input), links);
  }
  for (const [slug, entry] of Object.entries(people))
    loader.keep('people', slug, await createPerson(tx, demonstration, { slug, ...entry }));

  for (const [slug, { outcomes, links, ...entry }] of Object.entries(initiatives)) {
    const created = await createInitiative(tx, demonstration, { slug, ...entry });
    const initiativeId = loader.keep('initiatives', slug, created, links);
    for (const [index, outcome] of outcomes.entries()) {
      const { kind, text } = outcome;
      const input = { initiativeId, position: index + 1, kind, text };
      loader.keep(
        'outcomes',
        `${slug}/${index + 1}`,
        await createOutcome(tx, demonstration, input),
        outcome.links,
      );
    }
  }
}

async function loadMeetings(tx: Transaction, loader: Loader): Promise<void> {
  const seriesId = loader.keep('series', series.slug, await createSeries(tx, demonstration, series));
  for (const [slug, workshop] of Object.entries(workshops)) {
    const { territory, programme: _programme, conclusions: _conclusions, links, ...entry } = workshop;
    const input = { slug, seriesId, territoryId: loader.optionalId('territories', territory), ...entry };
    const workshopId = loader.keep('workshops', slug, await createWorkshop(tx, demonstration, input), links);
    await loadProgramme(tx, loader, { slug, workshopId, workshop });
  }
}

async function loadProgramme(
  tx: Transaction,
  loader: Loader,
  { slug, workshopId, workshop }: { slug: string; workshopId: string; workshop: WorkshopEntry },
): Promise<void> {
  for (const [index, item] of (workshop.programme ?? []).entries()) {
    const { contributions = [], links, ...entry } = item;
    const created = await createItem(tx, demonstration, { workshopId, position: index + 1, ...entry });
    const itemId = loader.keep('programme_items', `${slug}/${item.anchor}`, created, links);
    for (const [place, { person, organisation, part, role }] of contributions.entries()) {
      const personId = loader.optionalId('people', person);
      const organisationId = loader.optionalId('organisations', organisation);
      const input = { itemId, position: place + 1, part, personId, organisationId, role };
      loader.check(await createContribution(tx, demonstration, input));
    }
  }
  for (const [index, { item, kind, text, links }] of (workshop.conclusions ?? []).entries()) {
    const itemId = item && loader.id('programme_items', `${slug}/${item}`);
    const input = { workshopId, itemId, position: index + 1, kind, text };
    loader.keep(
      'conclusions',
      `${slug}/${index + 1}`,
      await createConclusion(tx, demonstration, input),
      links,
    );
  }
}
