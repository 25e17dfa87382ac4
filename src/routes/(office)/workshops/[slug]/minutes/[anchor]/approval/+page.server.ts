import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { replyToRemark } from '#events/minutes-approvals/changes.server.ts';
import { tally } from '#events/minutes-approvals/model.ts';
import {
  circulateMinutes,
  correctMinutes,
  sealMinutes,
  withdrawCirculation,
} from '#events/minutes-circulations/changes.server.ts';
import { circulationFields } from '#events/minutes-circulations/components/fields.ts';
import { readApprovers } from '#events/minutes-circulations/model.ts';
import { listCirculations } from '#events/minutes-circulations/queries.server.ts';
import { listEntryTexts } from '#events/minutes/queries.server.ts';
import { listSeals } from '#events/minutes-seals/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { locales } from '#platform/locale/locale.ts';
import { requiredPassage } from '#platform/locale/text.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { openForm, sentence, submit } from '../../../../../../forms.server.ts';
import { minutesHead, openedMinutes } from '../../../../../../written-minutes.server.ts';

export const load = async (event) => {
  const found = await openedMinutes(event, event.params);
  const { minutes } = found;
  const { reader } = event.locals.db;
  const [circulations, seals, entries] = await Promise.all([
    listCirculations(reader, minutes.id),
    listSeals(reader, minutes.id),
    listEntryTexts(reader, minutes.id),
  ]);
  return {
    ...minutesHead(found),
    minutes: { id: minutes.id, status: minutes.status, edition: minutes.edition, version: minutes.version },
    circulations: circulations.map(({ circulation, approvals, remarks }) => ({
      number: circulation.number,
      edition: circulation.edition,
      status: circulation.status,
      needed: circulation.needed,
      answerBy: circulation.answer_by,
      at: circulation.created_at,
      tally: tally(approvals),
      // Who is asked is named to who asked; addresses are shown to nobody.
      approvals: approvals.map(({ id, personal_name, answer, answered_at }) => ({
        id,
        name: personal_name,
        answer,
        at: answered_at,
        remarks: remarks.filter(({ approval_id }) => approval_id === id),
      })),
    })),
    seals: seals.map(({ edition, approved, asked, sha256, created_at }) => ({
      edition,
      approved,
      asked,
      sha256,
      at: created_at,
    })),
    entries,
    form: await openForm(event, { approvers: '', needed: '1', answerBy: '' }, null),
  };
};

type Event = Parameters<typeof openedMinutes>[0] & {
  params: { slug: string; anchor: string };
  request: Request;
};

const pageOf = ({ params }: Event) => `/workshops/${params.slug}/minutes/${params.anchor}/approval`;

/** Asks for one of the changes that take no more than the version that was seen. */
async function step(
  event: Event,
  work: (ref: { minutesId: string; version: number }) => Promise<Outcome<object>>,
) {
  const { minutes } = await openedMinutes(event, event.params);
  const version = Number((await event.request.formData()).get('version'));
  const outcome = await work({ minutesId: minutes.id, version });
  if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
  redirect(303, localized(pageOf(event), event.locals.locale));
}

export const actions = {
  circulate: async (event) => {
    const { locals } = event;
    const { account, workshop, item, minutes } = await openedMinutes(event, event.params);
    let wrongLine = 0;
    const answer = await submit(event, {
      fields: circulationFields,
      work: async (input) => {
        const read = readApprovers(String(input['approvers'] ?? ''), account.locale);
        if ('line' in read) {
          wrongLine = read.line;
          return { ok: false, reason: 'platform_problem_required', field: 'approvers' };
        }
        const titles = Object.fromEntries(
          locales.map((locale) => [
            locale,
            {
              workshop: requiredPassage(workshop, 'title', locale).text,
              session: requiredPassage(item, 'title', locale).text,
            },
          ]),
        ) as Parameters<typeof circulateMinutes>[3]['titles'];
        return circulateMinutes(
          locals.db,
          locals.actor,
          { ...(input as { needed: number }), minutesId: minutes.id, approvers: read },
          { clock: locals.clock, publicUrl: locals.publicUrl, titles },
        );
      },
      goTo: () => pageOf(event),
    });
    if (wrongLine > 0 && 'problems' in answer.data.form)
      answer.data.form.problems = [
        { control: 'approvers', text: m.events_minutes_problem_approver({ line: wrongLine }) },
      ];
    return answer;
  },
  withdraw: (event) =>
    step(event, (ref) => withdrawCirculation(event.locals.db, event.locals.actor, ref, event.locals.clock)),
  seal: (event) =>
    step(event, (ref) => sealMinutes(event.locals.db, event.locals.actor, ref, event.locals.clock)),
  correct: (event) =>
    step(event, (ref) => correctMinutes(event.locals.db, event.locals.actor, ref, event.locals.clock)),
  reply: async (event) => {
    await openedMinutes(event, event.params);
    const form = await event.request.formData();
    const remarkId = String(form.get('remark'));
    const text = String(form.get('text') ?? '');
    const outcome = await replyToRemark(
      event.locals.db,
      event.locals.actor,
      { remarkId, text, language: event.locals.locale },
      event.locals.clock,
    );
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason), remark: remarkId, reply: text });
    redirect(303, `${localized(pageOf(event), event.locals.locale)}#remark-${remarkId}`);
  },
};
