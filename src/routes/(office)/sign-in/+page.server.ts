import { fail, redirect, type Cookies } from '@sveltejs/kit';
import { requestSignInLink } from '#network/accounts/changes.server.ts';
import { isDemonstrationAccount, listDemonstrationAccounts } from '#network/accounts/queries.server.ts';
import { listAllRolesOf } from '#network/grants/queries.server.ts';
import { m } from '#messages';
import { roles, systemActor } from '#platform/actor/actor.ts';
import { signInFields } from '#network/accounts/components/fields.ts';
import { freshForm } from '#platform/forms/state.ts';
import { readForm, textIn, valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { providerStore } from '#platform/services/providers.server.ts';
import { services } from '#platform/services/services.ts';
import { isDemonstration, isExercise } from '#platform/services/settings.server.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { safeReturn } from '../../account.server.ts';
import { placeAfterSignIn } from '../../after-sign-in.server.ts';
import { setCookies } from '../../cookies.server.ts';
import { nameOfPlace, namesOfPlaces } from '../../places.server.ts';

/** Who looks up what the demonstration's roles are held on, be it a draft. */
const demonstration = systemActor('demonstration');

const home = (locals: App.Locals) => localized('/my-work', locals.locale);

export const load = async ({ locals, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  const after = safeReturn(url.searchParams.get('after'), home(locals));
  if (locals.account) redirect(303, await placeAfterSignIn(locals, locals.account.id, after));
  const db = locals.db.reader;
  return {
    form: freshForm(valuesOf(signInFields, {})),
    after,
    ended: url.searchParams.has('ended'),
    erased: url.searchParams.has('erased'),
    providers: await providerStore().usable(),
    provider: url.searchParams.get('provider'),
    roles: (await isDemonstration(db)) ? await demonstrationRoles(locals) : [],
    exercise: await isExercise(db),
  };
};

export const actions = {
  /** With a password where one is given, else by mail: the answer never tells whether there is an account. */
  enter: async ({ request, locals, url, cookies }) => {
    const form = readForm(signInFields, await request.formData());
    const email = textIn(form, 'email').trim().toLowerCase();
    const password = textIn(form, 'password');
    const again = { ...form, password: '' };
    const refuse = (status: number, control: string, text: string) =>
      fail(status, { form: { ...freshForm(again), problems: [{ control, text }] }, sent: false });
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) return refuse(422, 'email', m.platform_problem_not_an_email());
    if (!(await mayTry('sign-in', email, request.headers)))
      return refuse(429, '', m.network_account_too_often());
    const after = safeReturn(url.searchParams.get('after'), home(locals));
    if (password === '') {
      await requestSignInLink(services(), { email, after, headers: request.headers });
      return { form: freshForm(again), sent: true };
    }
    const admitted = await (await services().signIn()).withPassword(email, password, request.headers);
    if (!admitted) return refuse(422, 'password', m.network_account_refused());
    setCookies(cookies, admitted.cookies);
    redirect(303, await placeAfterSignIn(locals, admitted.accountId, after));
  },
  /** As one of the demonstration's own accounts, where there is a demonstration. */
  demonstration: async ({ request, locals, url, cookies }) => {
    const id = String((await request.formData()).get('account') ?? '');
    const db = locals.db.reader;
    if (!(await isDemonstration(db)) || !(await isDemonstrationAccount(db, id)))
      return fail(422, { form: freshForm(valuesOf(signInFields, {})), sent: false });
    await openSession(id, request.headers, cookies);
    redirect(303, await placeAfterSignIn(locals, id, url.searchParams.get('after')));
  },
};

/**
 * The demonstration's own accounts by the role that they stand for, the widest first. Of accounts that hold the same
 * role on the same thing one is offered for each language, which tells them apart.
 */
async function demonstrationRoles({ db, locale }: App.Locals) {
  const accounts = await listDemonstrationAccounts(db.reader);
  const grants = await listAllRolesOf(
    db.reader,
    accounts.map(({ id }) => id),
  );
  const held = grants.map((grant) => ({ ...grant, on: grant.on_id }));
  const names = await namesOfPlaces({ db, actor: demonstration }, held, locale);
  const doors = accounts.flatMap(({ id, locale: language }) => {
    const grant = held.find(({ account_id }) => account_id === id);
    return grant ? [{ id, language, grant }] : [];
  });
  const alike = ({ role, on }: (typeof held)[number]) =>
    doors.filter(({ grant }) => grant.role === role && grant.on === on);
  const isFirst = ({ id, language, grant }: (typeof doors)[number]) =>
    alike(grant).find((door) => door.language === language)?.id === id;
  const offered = doors.filter(isFirst).map(({ id, language, grant }) => ({
    id,
    role: grant.role,
    place: nameOfPlace(names, grant),
    language: new Set(alike(grant).map((door) => door.language)).size > 1 ? language : null,
  }));
  return roles
    .map((role) => ({ role, doors: offered.filter((door) => door.role === role) }))
    .filter((group) => group.doors.length > 0);
}

async function openSession(accountId: string, headers: Headers, cookies: Cookies): Promise<void> {
  const { cookies: opened } = await (await services().signIn()).open(accountId, headers);
  setCookies(cookies, opened);
}
