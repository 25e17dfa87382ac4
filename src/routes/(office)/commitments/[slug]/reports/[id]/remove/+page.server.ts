import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { deleteReport } from '#follow-up/reports/changes.server.ts';
import { References } from '#network/references/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { sentence } from '../../../../../../forms.server.ts';
import { headOf, reportFor } from '../../../../../../written-report.server.ts';

type Asked = RequestEvent & { params: { slug: string; id: string } };

/** The draft at an address, for who writes it; what was handed in is removed by nobody, and its page says how it stands. */
async function draftAt(event: Asked) {
  const { locals, params } = event;
  const dossier = await reportFor(event, ({ writes }) => writes);
  if (dossier.report.stage !== 'draft')
    redirect(303, localized(`/commitments/${params.slug}/reports/${params.id}`, locals.locale));
  return dossier;
}

export const load = async (event) => headOf(await draftAt(event));

export const actions = {
  default: async (event) => {
    const { locals, params, request } = event;
    await draftAt(event);
    const version = Number((await request.formData()).get('version'));
    const references = await References.of(locals.db);
    const { db, actor, clock } = locals;
    const outcome = await deleteReport(db, actor, { id: params.id, version }, references, clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(`/commitments/${params.slug}#reports`, locals.locale));
  },
};
