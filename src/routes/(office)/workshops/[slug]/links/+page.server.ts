import { fail, redirect } from '@sveltejs/kit';
import { linkWorkshop, moveLinkOfWorkshop, unlinkWorkshop } from '#events/links/changes.server.ts';
import { workshopRelations, type WorkshopRelation } from '#events/links/model.ts';
import { listLinksOf, mayUnlink } from '#events/links/queries.server.ts';
import { listInitiatives } from '#network/initiatives/queries.server.ts';
import { targets } from '#network/links/model.ts';
import { listOrganisations } from '#network/organisations/queries.server.ts';
import { schemes } from '#network/taxonomy/model.ts';
import { listConcepts } from '#network/taxonomy/queries.server.ts';
import { listAllTerritories } from '#network/territories/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { editedWorkshop, headOf } from '../../../../edited-workshop.server.ts';
import { optionsOf } from '../../../../options.server.ts';
import { sentence } from '../../../../forms.server.ts';

export const load = async (event) => {
  const workshop = await editedWorkshop(event);
  const { db, actor, locale } = event.locals;
  const links = await listLinksOf(db.reader, workshop.id);
  const [organisations, initiatives, territories, ...concepts] = await Promise.all([
    listOrganisations(db.reader),
    listInitiatives(db.reader),
    listAllTerritories(db.reader),
    ...schemes.map((scheme) => listConcepts(db.reader, scheme)),
  ]);
  const options = {
    organisations: optionsOf(organisations, 'name', locale),
    initiatives: optionsOf(initiatives, 'name', locale),
    territories: optionsOf(territories, 'name', locale),
    concepts: concepts.flatMap((scheme) => optionsOf(scheme, 'name', locale)),
  };
  const removable = new Set<string>();
  for (const link of links) if (await mayUnlink(db.reader, actor, link)) removable.add(link.id);
  return {
    ...headOf(workshop),
    options,
    relations: workshopRelations.map((relation) => ({
      relation,
      kind: targets[relation],
      links: links
        .filter((link) => link.relation === relation)
        .map((link) => ({
          id: link.id,
          toId: link.to_id,
          removable: removable.has(link.id),
          to: options[targets[relation]].find(({ value }) => value === link.to_id),
        })),
    })),
  };
};

type Event = Parameters<typeof editedWorkshop>[0] & { request: Request };

/** Does one thing with the workshop's links and comes back to the list. */
async function changed(
  event: Event,
  work: (workshopId: string, form: FormData) => Promise<Outcome<{ id: string }>>,
) {
  const workshop = await editedWorkshop(event);
  const form = await event.request.formData();
  const relation = String(form.get('relation'));
  const outcome = await work(workshop.id, form);
  if (!outcome.ok) return fail(422, { relation, problem: sentence(outcome.reason) });
  redirect(303, `${localized(`/workshops/${workshop.slug}/links`, event.locals.locale)}#${relation}`);
}

export const actions = {
  add: (event) =>
    changed(event, (workshopId, form) =>
      linkWorkshop(event.locals.db, event.locals.actor, {
        workshopId,
        relation: String(form.get('relation')) as WorkshopRelation,
        toId: String(form.get('to')),
      }),
    ),
  remove: (event) =>
    changed(event, (workshopId, form) =>
      unlinkWorkshop(event.locals.db, event.locals.actor, { workshopId, linkId: String(form.get('link')) }),
    ),
  move: (event) =>
    changed(event, (workshopId, form) =>
      moveLinkOfWorkshop(event.locals.db, event.locals.actor, {
        workshopId,
        linkId: String(form.get('link')),
        by: form.get('by') === 'up' ? 'up' : 'down',
      }),
    ),
};
