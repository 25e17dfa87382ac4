import { fail } from '@sveltejs/kit';
import { changeProfile } from '#network/profiles/changes.server.ts';
import { profileFields } from '#network/profiles/components/fields.ts';
import { readHeld } from '#network/profiles/queries.server.ts';
import { personFields } from '#network/person-links/components/fields.ts';
import { proposePerson } from '#network/person-links/changes.server.ts';
import { itemFragment } from '#events/programme/model.ts';
import { listItemsAmong } from '#events/programme/queries.server.ts';
import { listWorkshopsAmong } from '#events/workshops/queries.server.ts';
import { NETWORK, type Grant, type Scope } from '#platform/actor/actor.ts';
import { passage } from '#platform/locale/text.ts';
import { freshForm } from '#platform/forms/state.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { requireAccount } from '../../account.server.ts';
import { openForm, submit } from '../../forms.server.ts';
import { personMeant, publicPerson } from '../../public-person.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  const account = requireAccount(event);
  const person = await publicPerson(locals, account.person_id);
  const proposed = await publicPerson(locals, account.proposed_person_id);
  return {
    email: account.personal_email,
    form: await openForm(event, valuesOf(profileFields, account), account.version),
    saved: url.searchParams.has('saved'),
    person,
    proposed,
    propose: freshForm({ person: proposed?.label ?? '' }, account.version),
    roles: await rolesOf(locals),
  };
};

/** The roles of whoever is signed in, each with what it is held on; of a session, with its workshop. */
async function rolesOf({ db: { reader }, actor, locale }: App.Locals) {
  const on = (wanted: Scope) => actor.grants.filter(({ scope }) => scope === wanted).map((grant) => grant.on);
  const held = await readHeld(reader, actor.grants);
  const sessions = byId(await listItemsAmong(reader, actor, on('session')));
  const hosts = [...sessions.values()].map(({ workshop_id }) => workshop_id);
  const workshops = byId(await listWorkshopsAmong(reader, actor, [...on('workshop'), ...hosts]));
  const placeOf = ({ scope, on }: Grant) => {
    if (scope === 'organisation' || scope === 'territory') {
      const record = held.get(on);
      const noun = scope === 'organisation' ? 'organisations' : 'territories';
      return record && [{ href: `/${noun}/${record.slug}`, name: passage(record, 'name', locale) }];
    }
    const session = sessions.get(on);
    const workshop = workshops.get(session?.workshop_id ?? on);
    if (!workshop) return undefined;
    const href = `/workshops/${workshop.slug}`;
    const host = { href, name: passage(workshop, 'title', locale) };
    if (!session) return [host];
    return [{ href: `${href}#${itemFragment(session)}`, name: passage(session, 'title', locale) }, host];
  };
  const own = actor.grants.filter(({ instead }) => instead === undefined);
  return own.map((grant) => ({
    role: grant.role,
    isNetwork: grant.scope === NETWORK,
    on: placeOf(grant) ?? null,
  }));
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

export const actions = {
  person: async (event) => {
    const { locals } = event;
    const answer = await submit(event, {
      fields: personFields,
      drafts: false,
      work: async (input, version) => {
        const meant = await personMeant(locals, input['person']);
        if ('ok' in meant) return meant;
        return proposePerson(locals.db, locals.actor, {
          ...meant,
          id: locals.actor.id,
          version: version ?? 0,
        });
      },
      goTo: () => '/profile?saved',
    });
    return fail(answer.status, { person: answer.data.form });
  },
  save: (event) => {
    const { locals } = event;
    return submit(event, {
      fields: profileFields,
      edited: locals.account ? { id: locals.account.id, row: locals.account } : undefined,
      work: async (input, version) => {
        const outcome = await changeProfile(locals.db, locals.actor, {
          ...input,
          id: locals.actor.id,
          version: version ?? 0,
        } as never);
        // The page goes on in the language just chosen.
        if (outcome.ok) locals.locale = outcome.locale;
        return outcome;
      },
      goTo: () => '/profile?saved',
    });
  },
};
