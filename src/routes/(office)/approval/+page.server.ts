import { fail, redirect } from '@sveltejs/kit';
import { answerApproval } from '#events/minutes-approvals/changes.server.ts';
import { readAsked } from '#events/minutes-approvals/queries.server.ts';
import type { MinutesEntryRow } from '#events/minutes-entries/model.ts';
import { withNamed } from '#events/minutes-naming/queries.server.ts';
import type { Source } from '#platform/database/database.ts';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { sentence } from '../../forms.server.ts';

export const load = async ({ locals, url, setHeaders }) => {
  // The address holds the token: it goes to no other site. Without any referrer the form would name no origin.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  const token = url.searchParams.get('token') ?? '';
  const asked = await readAsked(locals.db.reader, token);
  if (!asked) return { token, asked: null, thanks: false };
  // Whoever holds the link reads what they are asked about, be the workshop a draft.
  const { approval, circulation, minutes, workshop, item, entries, remarks } = asked;
  const open = circulation.status === 'open';
  // What was sealed stands still until a corrected edition is opened; what was taken back may have changed.
  const sealed =
    circulation.status === 'sealed' && minutes.status === 'sealed' && minutes.edition === circulation.edition;
  return {
    token,
    thanks: url.searchParams.has('thanks'),
    asked: {
      name: approval.personal_name,
      answer: approval.answer,
      open,
      sealed,
      answeredOn: approval.answered_at,
      answerBy: circulation.answer_by,
      timeZone: workshop.time_zone,
      workshop: read(workshop, 'title'),
      item: read(item, 'title'),
      entries: open || sealed ? await shown(locals.db.reader, entries) : [],
      remarks,
    },
  };
};

/** Entries as somebody who is asked reads them: whoever has not agreed to be quoted by name is not named. */
function shown(db: Source, entries: readonly MinutesEntryRow[]) {
  const agreed = entries.map((entry) =>
    entry.kind === 'quotation' && entry.consent === 0
      ? { ...entry, speaker: null, organisation_id: null, person_id: null }
      : entry,
  );
  return withNamed(db, agreed);
}

export const actions = {
  /** By a button, not by the link itself: programs that look at the links of a mail must not approve. */
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const token = String(form.get('token') ?? '');
    if (!(await mayTry('approval', token, request.headers)))
      return fail(429, {
        problem: sentence('network_account_too_often'),
        typed: {} as Record<string, string>,
      });
    const typed: Record<string, string> = {};
    for (const [name, value] of form)
      if (typeof value === 'string' && name.startsWith('remark.'))
        typed[name.slice('remark.'.length)] = value;
    const remarks = Object.entries(typed)
      .filter(([, text]) => text.trim() !== '')
      .map(([entry, text]) => ({ entryId: entry === 'whole' ? null : entry, text }));
    const outcome = await answerApproval(
      locals.db,
      { token, answer: form.get('answer') as 'approved' | 'changes', language: locals.locale, remarks },
      locals.clock,
    );
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason), typed });
    redirect(303, `${localized('/approval', locals.locale)}?${new URLSearchParams({ token, thanks: '1' })}`);
  },
};
