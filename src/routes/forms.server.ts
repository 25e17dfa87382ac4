import { CAPITAL_ZONE } from '#platform/clock/zone.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { choose, merge } from '#platform/forms/merge.ts';
import { freshForm, type FormProblem, type FormState } from '#platform/forms/state.ts';
import { inputOf, readForm, valuesOf, type Values } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { formatInstant } from '#platform/locale/format.ts';
import type { Outcome, Refusal } from '#platform/records/outcome.ts';
import { formStore } from '#platform/services/forms.server.ts';

/** The cookie that gets a form back which was sent after its session had ended. */
const HELD_COOKIE = 'indimaj_held';

/** A record that a form changes: what stands now, and what stood in the version it was filled from. */
export interface Edited {
  id: string;
  row: { version: number; updated_at: string };
  /** What stood in a version, where that is more than the record's own row. */
  before?(version: number): Promise<object | undefined>;
}

interface Submission<Done> {
  /** What is asked; of a form with rows, by what was sent. */
  fields: readonly Field[] | ((sent: FormData) => readonly Field[]);
  /** Where drafts of the form are kept, where that is not the page's own address. */
  address?: string;
  /** The record as it stands; left out for a new one. */
  edited?: Edited | undefined;
  /** The version that stands, of a form without a merge: once its reader has been told of it, it is sent on that one. */
  current?: number | undefined;
  /** Writes: the capability's own change. `version` is that of the record the form was filled from. */
  work(input: Record<string, unknown>, version: number | null): Promise<Outcome<Done>>;
  /** Where the reader goes then, as an address without locale. */
  goTo(done: Done): string | Promise<string>;
  /** False where nothing that was typed may be kept: passwords, decisions that are made at once. */
  drafts?: boolean;
}

/** The sentence behind a message key, with its values. */
export function sentence(key: string, values: Record<string, string | number> = {}): string {
  const message = (m as unknown as Record<string, ((given: typeof values) => string) | undefined>)[key];
  return message ? message(values) : m.platform_problem_required();
}

/**
 * A form as it is first shown: the account's own draft where there is one, else what stands.
 * @param merges false of a form that has nothing to merge, such as a decision: what was typed goes on from the version
 * that stands, and the reader is told that it isn't the one they wrote about
 */
export async function openForm(
  { locals, cookies }: Pick<RequestEvent, 'locals' | 'cookies'>,
  values: Values,
  version: number | null = null,
  { address = locals.address, merges = true }: { address?: string; merges?: boolean } = {},
): Promise<FormState> {
  if (!locals.account) return freshForm(values, version);
  const place = { accountId: locals.account.id, address };
  const key = cookies.get(HELD_COOKIE);
  if (key !== undefined) {
    await formStore().adopt(key, place.accountId);
    cookies.delete(HELD_COOKIE, { path: '/' });
  }
  const draft = await formStore().read(place);
  if (!draft) return freshForm(values, version);
  const base = version === null ? null : (draft.baseVersion ?? version);
  return {
    ...freshForm({ ...values, ...draft.values }, merges ? base : version),
    draftedAt: draft.updatedAt,
    moved: !merges && base !== version,
  };
}

/**
 * The one way a form is sent: it is read, the change is asked for, and the answer is a redirect, or the form again
 * with everything that was typed.
 */
export async function submit<Done extends object>(
  event: RequestEvent,
  {
    fields: asked,
    edited,
    current,
    work,
    goTo,
    drafts = true,
    address = event.locals.address,
  }: Submission<Done>,
) {
  const { locals, request } = event;
  if (!locals.account) return drafts ? keepForLater(event, asked, address) : signInAgain(event, address);
  const form = await request.formData();
  const { fields, values, version } = sentIn(form, asked);

  const outcome = await work(inputOf(fields, values), version);
  for (const field of fields)
    // A password is never sent back.
    if (field.kind === 'text' && field.type === 'password') values[field.name] = '';
  const place = { accountId: locals.account.id, address };
  if (outcome.ok) {
    if (drafts) await formStore().discard(place);
    redirect(303, localized(await goTo(outcome), locals.locale));
  }
  if (outcome.reason === 'platform_refused_stale' && edited && version !== null)
    return fail(409, { form: await conflicting(event, { fields, edited, values, version }) });
  if (outcome.reason === 'platform_refused_stale' && current !== undefined) {
    const problems = [{ control: '', text: m.ui_form_moved() }];
    return fail(409, { form: { ...freshForm(values, current), problems } });
  }
  const status = outcome.reason === 'platform_refused_not_allowed' ? 403 : 422;
  return fail(status, { form: { ...freshForm(values, version), problems: problemsOf(outcome, values) } });
}

/** What was sent of a form's fields, and the version of the record that it was filled from. */
function sentIn(form: FormData, asked: Submission<object>['fields']) {
  const fields = typeof asked === 'function' ? asked(form) : asked;
  const given = Number(form.get('version'));
  const version = Number.isInteger(given) && given > 0 ? given : null;
  return { fields, values: choose(fields, readForm(fields, form), form), version };
}

/** What was wrong with a form, at its controls, in words. */
export function problemsOf(
  { reason, field, values, problems = [{ reason, field: field ?? '', values }] }: Refusal,
  sent: Values = {},
): FormProblem[] {
  return problems.map((problem) => ({
    control: controlOf(problem, sent),
    text: sentence(problem.reason, problem.values),
  }));
}

/** A text that lacks its original is marked in that language alone. */
function controlOf(problem: { reason: string; field: string }, sent: Values): string {
  const original = sent[`${problem.field}.original`];
  return problem.reason === 'platform_problem_no_language' && original
    ? `${problem.field}.${String(original)}`
    : problem.field;
}

/** The form again, put together with what somebody else saved meanwhile. */
async function conflicting(
  { locals }: RequestEvent,
  {
    fields,
    edited,
    values,
    version,
  }: { fields: readonly Field[]; edited: Edited; values: Values; version: number },
): Promise<FormState> {
  const before = await (edited.before?.(version) ?? formStore().rowAt(edited.id, version));
  const theirs = valuesOf(fields, edited.row);
  const merged = merge(fields, { base: before ? valuesOf(fields, before) : values, mine: values, theirs });
  const when = formatInstant(edited.row.updated_at, CAPITAL_ZONE, locals.locale);
  return {
    ...freshForm(merged.values, edited.row.version),
    conflicts: merged.conflicts,
    problems: merged.conflicts.length > 0 ? [] : [{ control: '', text: m.platform_form_merged() }],
    meanwhile: m.platform_form_meanwhile({ when }),
  };
}

/**
 * A form that was sent after its session had ended is kept, and comes back once its author signs in again. It is asked
 * for before anything is looked up that only its author may see: nothing tells a draft from what isn't there.
 */
export async function keepForLater(
  event: RequestEvent,
  asked: Submission<object>['fields'],
  address = event.locals.address,
): Promise<never> {
  const { cookies, request } = event;
  const { values, version } = sentIn(await request.formData(), asked);
  const key = await formStore().hold(address, { values, baseVersion: version }, request.headers);
  if (key !== null)
    cookies.set(HELD_COOKIE, key, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 24 * 60 * 60 });
  return signInAgain(event, address);
}

function signInAgain({ locals }: RequestEvent, address: string): never {
  const back = encodeURIComponent(localized(address, locals.locale));
  redirect(303, `${localized('/sign-in', locals.locale)}?after=${back}&ended=1`);
}
