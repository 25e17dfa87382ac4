import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { signOff } from '#publication/translations/changes.server.ts';
import { isTranslated, translated, type TranslatedKind } from '#publication/translations/model.ts';
import { digestOf, readTranslations, writersOf } from '#publication/translations/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { passage } from '#platform/locale/text.ts';
import { requireAccount } from '../../../../account.server.ts';
import { sentence } from '../../../../forms.server.ts';

/** Where the texts of a record are changed, without locale. */
function editAddress(kind: TranslatedKind, id: string, slug: string, workshop: string | null): string {
  if (kind === 'programme_items') return `/workshops/${workshop}/programme/edit?item=${id}`;
  return `/${kind}/${slug || id}/edit`;
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
  const { kind, id, row, workshop, translations } = await translatedAt(event, event.params);
  const writers = await writersOf(locals.db.reader, kind, id);
  const slug = String(row['slug'] ?? '');
  return {
    kind,
    name: passage(row as never, translated[kind][0] as never, locals.locale) ?? id,
    page: workshop === null ? `/${kind}/${slug}` : `/workshops/${workshop}`,
    edit: editAddress(kind, id, slug, workshop),
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
