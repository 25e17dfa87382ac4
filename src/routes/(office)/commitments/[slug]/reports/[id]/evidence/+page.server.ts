import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
  attachFile,
  attachRecord,
  attachWebPage,
  copyAgain,
  describeEvidence,
  raiseEvidence,
  removeEvidence,
} from '#follow-up/evidence/changes.server.ts';
import {
  describedFields,
  evidenceFileFields,
  recordFields,
  webPageFields,
} from '#follow-up/evidence/components/fields.ts';
import { isPicture } from '#follow-up/evidence/model.ts';
import { readEvidenceOf } from '#follow-up/evidence/queries.server.ts';
import type { StandingEvidence } from '#follow-up/evidence/schema.ts';
import { openStages } from '#follow-up/reports/model.ts';
import type { Field } from '#platform/forms/fields.ts';
import { freshForm } from '#platform/forms/state.ts';
import { inputOf, readForm, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { refused, type Outcome } from '#platform/records/outcome.ts';
import { copier, mayCopy } from '#platform/services/copies.server.ts';
import { fileStore, maySendFile } from '#platform/services/files.server.ts';
import { services } from '#platform/services/services.ts';
import { requireAccount, requireRight } from '../../../../../../account.server.ts';
import { problemsOf, sentence } from '../../../../../../forms.server.ts';
import { reportAt } from '../../../../../../commitments/[slug]/reports/[id]/dossier.server.ts';

type Asked = RequestEvent & { params: { slug: string; id: string } };

/** The report at an address, for who writes it. */
async function writtenAt({ locals, url, params }: Asked) {
  requireAccount({ locals, url });
  const dossier = await reportAt(locals, params);
  requireRight(dossier.role.writes);
  return dossier;
}

/** What the page says that was done. */
const doings = ['added', 'uncopied', 'described', 'removed', 'copied'] as const;
type Doing = (typeof doings)[number];

/** What may be added; one form at a time. */
const ways = ['file', 'page', 'record'] as const;

export const load = async (event) => {
  const { report, commitment } = await writtenAt(event);
  const { locals, url } = event;
  const evidence = await readEvidenceOf(locals.db.reader, report.id);
  const described = evidence.find(({ id }) => id === url.searchParams.get('evidence'));
  const done = url.searchParams.get('done') ?? '';
  return {
    page: `/commitments/${commitment.slug}/reports/${report.id}`,
    from: report.period_starts_on,
    to: report.period_ends_on,
    name: read(commitment, 'title'),
    isOpen: openStages.includes(report.stage),
    evidence,
    add: ways.find((one) => one === url.searchParams.get('add')) ?? 'file',
    done: doings.find((one) => one === done) ?? null,
    described: described
      ? {
          id: described.id,
          isPicture: isPicture(described),
          form: freshForm(valuesOf(describedFields(isPicture(described)), described), described.version),
        }
      : null,
  };
};

const pageOf = ({ locals }: Asked, done?: Doing) =>
  localized(`${locals.address}${done ? `?done=${done}` : ''}`, locals.locale);

/** Which of the page's forms was sent. */
type Which = (typeof ways)[number] | 'described';

/** Takes one of the page's forms, or gives it back with what is wrong: nothing that was typed is lost. */
async function take(
  event: Asked,
  which: Which,
  fields: readonly Field[],
  work: (asked: {
    input: Record<string, unknown>;
    form: FormData;
    reportId: string;
  }) => Promise<Outcome<object>>,
  done: (outcome: object) => Doing = () => 'added',
) {
  const { report } = await writtenAt(event);
  const form = await event.request.formData();
  const values = readForm(fields, form);
  const version = Number(form.get('version')) || null;
  const outcome = await work({ input: inputOf(fields, values), form, reportId: report.id });
  if (!outcome.ok)
    return fail(422, { which, form: { ...freshForm(values, version), problems: problemsOf(outcome) } });
  redirect(303, pageOf(event, done(outcome)));
}

/** Does something with evidence that stands. */
async function change(
  event: Asked,
  work: (standing: StandingEvidence) => Promise<Outcome<object>>,
  done?: (outcome: object) => Doing,
) {
  await writtenAt(event);
  const form = await event.request.formData();
  const outcome = await work({ id: String(form.get('id')), version: Number(form.get('version')) });
  if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
  redirect(303, pageOf(event, done?.(outcome)));
}

const copiedOr = (otherwise: Doing) => (outcome: object) =>
  'isCopied' in outcome && !outcome.isCopied ? 'uncopied' : otherwise;

export const actions = {
  file: (event) =>
    take(event, 'file', evidenceFileFields, async ({ input, form, reportId }) => {
      const { db, actor, clock } = event.locals;
      if (!(await maySendFile(actor.id))) return refused('platform_file_too_many');
      const file = form.get('file');
      const sent =
        file instanceof File
          ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
          : { name: '', bytes: new Uint8Array() };
      return attachFile(db, fileStore(), actor, { ...input, reportId, sent } as never, clock);
    }),
  page: (event) =>
    take(
      event,
      'page',
      webPageFields,
      async ({ input, reportId }) => {
        const { db, actor, clock } = event.locals;
        if (!(await mayCopy(actor.id))) return refused('platform_copy_too_many');
        return attachWebPage(db, fileStore(), copier, actor, { ...input, reportId } as never, clock);
      },
      copiedOr('added'),
    ),
  record: (event) =>
    take(event, 'record', recordFields, ({ input, reportId }) => {
      const { db, actor, clock } = event.locals;
      const { publicUrl } = services();
      return attachRecord(db, actor, { ...input, reportId, publicUrl } as never, clock);
    }),
  describe: async (event) => {
    const { report } = await writtenAt(event);
    const { db, actor, clock } = event.locals;
    const id = event.url.searchParams.get('evidence') ?? '';
    const rows = await readEvidenceOf(db.reader, report.id);
    const row = rows.find((one) => one.id === id);
    requireRight(row !== undefined);
    return take(
      event,
      'described',
      describedFields(isPicture(row!)),
      ({ input, form }) =>
        describeEvidence(db, actor, { ...input, id, version: Number(form.get('version')) } as never, clock),
      () => 'described',
    );
  },
  raise: (event) =>
    change(event, (standing) =>
      raiseEvidence(event.locals.db, event.locals.actor, standing, event.locals.clock),
    ),
  remove: (event) =>
    change(
      event,
      (standing) => removeEvidence(event.locals.db, event.locals.actor, standing, event.locals.clock),
      () => 'removed',
    ),
  again: (event) =>
    change(
      event,
      async (standing) => {
        const { db, actor, clock } = event.locals;
        if (!(await mayCopy(actor.id))) return refused('platform_copy_too_many');
        return copyAgain(db, fileStore(), copier, actor, standing, clock);
      },
      copiedOr('copied'),
    ),
};
