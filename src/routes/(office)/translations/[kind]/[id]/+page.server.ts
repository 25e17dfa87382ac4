import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { signOff } from '#publication/translations/changes.server.ts';
import { isTranslated, nameOf } from '#publication/translations/model.ts';
import {
  digestOf,
  readTranslations,
  writersOf,
  type TranslatedRecord,
} from '#publication/translations/queries.server.ts';
import { conceptAddress, type ConceptRow, type Scheme } from '#network/taxonomy/model.ts';
import { localized } from '#platform/locale/address.ts';
import { requireAccount } from '../../../../account.server.ts';
import { sentence } from '../../../../forms.server.ts';

/** Where a record is read and where its texts are changed, without locale. */
function placesOf({ kind, id, row, inside }: TranslatedRecord): { page: string; edit: string } {
  const slug = String(row['slug'] ?? id);
  if (kind === 'programme_items')
    return { page: `/workshops/${inside}`, edit: `/workshops/${inside}/programme/edit?item=${id}` };
  if (kind === 'conclusions') return { page: `/workshops/${inside}`, edit: `/conclusions/${id}/edit` };
  if (kind === 'actions') return { page: `/workshops/${inside}#actions`, edit: `/actions/${id}/edit` };
  if (kind === 'press_notes')
    return { page: `/workshops/${inside}/dissemination`, edit: `/press-notes/${id}/edit` };
  if (kind === 'documents')
    return {
      page: `/workshops/${inside}#documents`,
      edit: `/workshops/${inside}/documents?document=${id}#describe`,
    };
  if (kind === 'commitment_parties' || kind === 'milestones' || kind === 'indicators')
    return { page: `/commitments/${inside}`, edit: `/${kind.replace('_', '-')}/${id}/edit` };
  if (kind === 'outcomes') return { page: `/initiatives/${inside}`, edit: `/outcomes/${id}/edit` };
  if (kind !== 'concepts') return { page: `/${kind}/${slug}`, edit: `/${kind}/${slug}/edit` };
  const nouns: Record<Scheme, string> = { axis: 'axes', priority: 'priorities', sdg: 'goals' };
  const concept = row as unknown as ConceptRow;
  return { page: conceptAddress(concept), edit: `/${nouns[concept.scheme]}/${slug}/edit` };
}

/** The record that the address names, for those who may edit it. */
async function translatedAt({ locals, url }: RequestEvent, params: { kind: string; id: string }) {
  requireAccount({ locals, url });
  const { kind, id } = params;
  if (!isTranslated(kind)) error(404, 'not-found');
  const record = await readTranslations(locals.db.reader, locals.actor, kind, id);
  return record ?? error(404, 'not-found');
}

export const load = async (event) => {
  const { locals } = event;
  const record = await translatedAt(event, event.params);
  const { kind, id, row, translations } = record;
  const writers = await writersOf(locals.db.reader, kind, id);
  return {
    kind,
    name: nameOf(kind, row, locals.locale),
    ...placesOf(record),
    translations: translations.map((translation) => ({
      ...translation,
      digest: digestOf(translation.text),
      own: writers.get(`${translation.field}_${translation.language}`) === locals.actor.id,
    })),
  };
};

export const actions = {
  default: async (event) => {
    const { locals, params, request } = event;
    const { kind, id } = await translatedAt(event, params);
    const form = await request.formData();
    const given = (name: string) => String(form.get(name) ?? '');
    const outcome = await signOff(locals.db, locals.actor, {
      kind,
      id,
      field: given('field'),
      language: given('language') as never,
      digest: given('digest'),
    });
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(locals.address, locals.locale));
  },
};
