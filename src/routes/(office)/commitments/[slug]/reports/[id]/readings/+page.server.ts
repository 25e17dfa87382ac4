import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
  decideReading,
  replyToReading,
  submitReading,
  updateReading,
  withdrawReading,
} from '#follow-up/readings/changes.server.ts';
import {
  readingDecisionFields,
  readingFields,
  readingReplyFields,
  readingUpdateFields,
} from '#follow-up/readings/components/fields.ts';
import { readingOrganisations } from '#follow-up/readings/policy.ts';
import {
  listReaders,
  listReadings,
  mayDecideReading,
  withReaders,
  type ToldReading,
} from '#follow-up/readings/queries.server.ts';
import type { Field } from '#platform/forms/fields.ts';
import { valuesOf, type Values } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { reportAt } from '../../../../../../commitments/[slug]/reports/[id]/dossier.server.ts';
import { requireAccount, requireRight } from '../../../../../../account.server.ts';
import { keepForLater, openForm, sentence, submit } from '../../../../../../forms.server.ts';
import { optionsOf } from '../../../../../../options.server.ts';

type Asked = RequestEvent & { params: { slug: string; id: string } };

/** What may be done with a reading on this page; one form at a time. */
const doings = ['decide', 'update', 'reply'] as const;
type Doing = (typeof doings)[number];

/** The report at an address with its readings, for who writes one, decides one or replies to one. */
async function readAt({ locals, url, params }: Asked) {
  const account = requireAccount({ locals, url });
  const { db, actor } = locals;
  const dossier = await reportAt(locals, params);
  const { report, role } = dossier;
  const rows = await withReaders(db.reader, await listReadings(db.reader, actor, [report.id]));
  const organisations = await listReaders(db.reader, actor, report.id);
  const readings = await Promise.all(
    rows.map(async (row) => ({ row, may: await mayDo(locals, row, report.submitted_by, role.writes) })),
  );
  requireRight(
    organisations.length > 0 ||
      rows.some(({ stage }) => stage !== 'published') ||
      role.writes ||
      role.decides,
  );
  return { account, dossier, readings, organisations };
}

/** What an actor may do with a reading that it reads. */
async function mayDo(
  { db, actor }: App.Locals,
  { id, stage, written_by, organisation_id }: ToldReading,
  submittedBy: string | null,
  writes: boolean,
) {
  const isOwn = written_by === actor.id;
  const belongs = readingOrganisations(actor).includes(organisation_id);
  return {
    decide:
      stage === 'submitted' &&
      !isOwn &&
      submittedBy !== actor.id &&
      (await mayDecideReading(db.reader, actor, id)),
    update: stage === 'submitted' && isOwn && belongs,
    reply: stage === 'published' && writes,
    withdraw: belongs && ((stage === 'submitted' && isOwn) || stage === 'published'),
  };
}

const fieldsOf: Record<Doing, readonly Field[]> = {
  decide: readingDecisionFields,
  update: readingUpdateFields,
  reply: readingReplyFields,
};

export const load = async (event) => {
  const { locals, url } = event;
  const { account, dossier, readings, organisations } = await readAt(event);
  const { report, commitment } = dossier;
  const asked = doings.find((one) => one === url.searchParams.get('do'));
  const chosen = readings.find(
    ({ row, may }) =>
      row.id === url.searchParams.get('reading') &&
      doings.some((one) => may[one] && (!asked || one === asked)),
  );
  const doing = chosen && doings.find((one) => chosen.may[one] && (!asked || one === asked));
  const standing = readings.filter(({ row }) => row.stage === 'submitted' || row.stage === 'published');
  const left = organisations.filter(({ id }) => !standing.some(({ row }) => row.organisation_id === id));
  return {
    page: `/commitments/${commitment.slug}/reports/${report.id}`,
    from: report.period_starts_on,
    to: report.period_ends_on,
    status: report.status,
    name: read(commitment, 'title'),
    readings,
    doing: doing
      ? {
          doing,
          id: chosen.row.id,
          form: await openForm(
            event,
            { ...valuesOf(fieldsOf[doing], chosen.row), ...begun(doing, chosen.row, account.locale) },
            chosen.row.version,
            { merges: doing === 'update' },
          ),
        }
      : null,
    write:
      !doing && left.length > 0
        ? await openForm(event, { ...valuesOf(readingFields, {}), 'text.original': account.locale })
        : null,
    options: { organisationId: optionsOf(left, 'name', locals.locale) },
  };
};

/** What a form begins with where nothing stands yet. */
function begun(doing: Doing, row: ToldReading, locale: App.Locals['locale']): Values {
  if (doing === 'decide') return { language: locale, decision: '' };
  return doing === 'reply' && !row.replied_at ? { 'reply.original': locale } : {};
}

const work = (
  fields: readonly Field[],
  change: (asked: {
    locals: App.Locals;
    input: Record<string, unknown>;
    reportId: string;
    reading: string;
    version: number;
  }) => Promise<Outcome<{ id: string }>>,
) =>
  async function (event: Asked) {
    const { locals, url } = event;
    if (!locals.account) return keepForLater(event, fields);
    const { dossier, readings } = await readAt(event);
    const reading = url.searchParams.get('reading') ?? '';
    const row = readings.find((one) => one.row.id === reading)?.row;
    return submit(event, {
      fields,
      edited: row && fields === readingUpdateFields ? { id: row.id, row } : undefined,
      current: row?.version,
      work: (input, version) =>
        change({ locals, input, reportId: dossier.report.id, reading, version: version ?? 0 }),
      goTo: ({ id }) => `${locals.address}#reading-${id}`,
    });
  };

export const actions = {
  write: work(readingFields, ({ locals, input, reportId }) =>
    submitReading(locals.db, locals.actor, { ...input, reportId } as never, locals.clock),
  ),
  update: work(readingUpdateFields, ({ locals, input, reading: id, version }) =>
    updateReading(locals.db, locals.actor, { ...input, id, version } as never, locals.clock),
  ),
  decide: work(readingDecisionFields, ({ locals, input, reading: id, version }) =>
    decideReading(locals.db, locals.actor, { ...input, id, version } as never, locals.clock),
  ),
  reply: work(readingReplyFields, ({ locals, input, reading: id, version }) =>
    replyToReading(locals.db, locals.actor, { ...input, id, version } as never, locals.clock),
  ),
  withdraw: async (event) => {
    const { locals, request } = event;
    await readAt(event);
    const form = await request.formData();
    const seen = { id: String(form.get('id')), version: Number(form.get('version')) };
    const outcome = await withdrawReading(locals.db, locals.actor, seen, locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(locals.address, locals.locale));
  },
};
