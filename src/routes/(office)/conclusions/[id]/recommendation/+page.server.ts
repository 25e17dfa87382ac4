import { error, type RequestEvent } from '@sveltejs/kit';
import { recommendConclusion } from '#follow-up/conclusions/changes.server.ts';
import { readDrawable } from '#follow-up/conclusions/queries.server.ts';
import { readRecommendation } from '#follow-up/recommendations/queries.server.ts';
import { recommendationFields } from '#follow-up/recommendations/components/fields.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { read } from '#platform/locale/reader.ts';
import { isId } from '#platform/records/uuid.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { openForm, submit } from '../../../../forms.server.ts';
import { freeSlugOf } from '../../../../slugs.server.ts';

type Asked = RequestEvent & { params: { id: string } };

/** The conclusion at an address, for who may make a recommendation of it or see the one that was made. */
async function drawableAt({ locals, params }: Asked) {
  const { db, actor } = locals;
  const found = isId(params.id) ? await readDrawable(db.reader, actor, params.id) : undefined;
  if (!found) error(404, 'not-found');
  requireRight(found.uptake.open || found.uptake.recommendations.length > 0);
  return found;
}

export const load = async (event) => {
  requireAccount(event);
  const { conclusion, workshop, uptake, ties, begun } = await drawableAt(event);
  return {
    conclusion: { id: conclusion.id, text: read(conclusion, 'text') },
    workshop: { slug: workshop.slug, name: read(workshop, 'title') },
    uptake,
    ties: {
      sessions: ties.sessions.map((row) => read(row, 'title')),
      proposers: [...ties.organisations, ...ties.people].map((row) => read(row, 'name')),
      concepts: ties.concepts.map((row) => read(row, 'name')),
      sources: ties.sources.map(({ title }) => title),
    },
    form: await openForm(event, valuesOf(recommendationFields, begun)),
  };
};

export const actions = {
  default: async (event) => {
    const { db, actor, clock } = event.locals;
    const found = event.locals.account ? await drawableAt(event) : null;
    return submit(event, {
      fields: recommendationFields,
      work: async (input) => {
        const slug = input['slug'] ?? (await freeSlugOf(event.locals, 'recommendations', input['title']));
        const conclusionId = found?.conclusion.id ?? '';
        return recommendConclusion(db, actor, { ...input, slug, conclusionId } as never, clock);
      },
      goTo: async ({ id }) => {
        const made = await readRecommendation(db.reader, actor, id);
        return made ? `/recommendations/${made.slug}` : `/workshops/${found!.workshop.slug}`;
      },
    });
  },
};
