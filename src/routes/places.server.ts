import { listItemsAmong, listSessions } from '#events/programme/queries.server.ts';
import { listWorkshops, listWorkshopsAmong } from '#events/workshops/queries.server.ts';
import { m } from '#messages';
import { kindOf, type HeldRole } from '#network/grants/model.ts';
import { givableRoles, givenOn } from '#network/grants/policy.ts';
import { listOrganisations } from '#network/organisations/queries.server.ts';
import { listAllTerritories } from '#network/territories/queries.server.ts';
import { NETWORK, type Scope } from '#platform/actor/actor.ts';
import type { Option } from '#platform/forms/fields.ts';
import { collator } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { passage, type Passage, type Trilingual } from '#platform/locale/text.ts';
import { listByIds } from '#platform/records/list.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';

type Place = Omit<HeldRole, 'role'>;

/** How a place stands in a form: its scope and its id. */
export const placeValue = ({ scope, on }: Place) => `${scope}:${on}`;

/** What a form's value names; whether it is there, the change asks. */
export function placeFrom(value: unknown): Place {
  const [scope = '', on = ''] = String(value ?? '').split(':');
  return { scope: scope as Scope, on };
}

/** What was not chosen of a role and what it is held on: each is told at its own field, before any right is asked for. */
export function leftUnchosen(input: Record<string, unknown>): Refusal | null {
  const problems = ['role', 'on']
    .filter((field) => input[field] === undefined)
    .map((field) => ({ reason: 'platform_problem_required', field }));
  const [first] = problems;
  return first ? { ...refused(first.reason, first.field), problems } : null;
}

type Locals = Pick<App.Locals, 'db' | 'actor'>;

/** The names of what roles are held on, in one language, by {@link placeValue}; the network's own is left to words. */
export async function namesOfPlaces(
  { db, actor }: Locals,
  places: readonly Place[],
  locale: Locale,
): Promise<Map<string, Passage>> {
  const idsOf = (wanted: Scope) => places.filter(({ scope }) => scope === wanted).map(({ on }) => on);
  const reader = db.reader;
  const [organisations, territories, workshops, sessions] = await Promise.all([
    listByIds(reader, kindOf.organisation as 'organisations', idsOf('organisation')),
    listByIds(reader, kindOf.territory as 'territories', idsOf('territory')),
    listWorkshopsAmong(reader, actor, idsOf('workshop')),
    listItemsAmong(reader, actor, idsOf('session')),
  ]);
  const named = <Field extends 'name' | 'title'>(
    scope: Scope,
    field: Field,
    rows: readonly (Trilingual<Field> & { id: string })[],
  ) =>
    rows.flatMap((row): [string, Passage][] => {
      const name = passage(row, field, locale);
      return name ? [[placeValue({ scope, on: row.id }), name]] : [];
    });
  return new Map([
    ...named('organisation', 'name', organisations),
    ...named('territory', 'name', territories),
    ...named('workshop', 'title', workshops),
    ...named('session', 'title', sessions),
  ]);
}

/** A place's name, of {@link namesOfPlaces}: of what is gone, or may not be read, it says so. */
export function nameOfPlace(names: ReadonlyMap<string, Passage>, place: Place): Passage | string {
  if (place.scope === NETWORK) return m.network_place_network();
  return names.get(placeValue(place)) ?? m.network_place_former();
}

/** The name of one place as a letter says it, in its own language; empty for the network. */
export async function placeInLetter(locals: Locals, place: Place, locale: Locale): Promise<string> {
  return (await namesOfPlaces(locals, [place], locale)).get(placeValue(place))?.text ?? '';
}

/** What an actor may give roles on, and the roles, as a form offers them. */
export async function roleOptions(locals: App.Locals): Promise<Record<'role' | 'on', Option[]>> {
  const places = await givablePlaces(locals);
  const roles = givableRoles(locals.actor, places);
  const names = await namesOfPlaces(locals, places, locals.locale);
  const groups = {
    network: undefined,
    organisation: m.network_places_organisations(),
    territory: m.network_places_territories(),
    workshop: m.network_places_workshops(),
    session: m.network_places_sessions(),
  };
  const order = collator(locals.locale);
  const on = places.map((place): Option => {
    const name = withinIts(place, nameOfPlace(names, place), names);
    const group = groups[place.scope];
    return {
      value: placeValue(place),
      ...(typeof name === 'string' ? { label: name } : { label: name.text, lang: name.lang, dir: name.dir }),
      ...(group && { group }),
    };
  });
  const scopesInOrder: readonly (string | undefined)[] = Object.values(groups);
  on.sort(
    (a, b) =>
      scopesInOrder.indexOf(a.group) - scopesInOrder.indexOf(b.group) || order.compare(a.label, b.label),
  );
  return { role: roles.map((role) => ({ value: role, label: m.network_role({ role }) })), on };
}

/** A place that roles are offered on; a session with its workshop, since sessions of many workshops are named alike. */
type Offered = Place & { workshopId?: string };

function withinIts({ workshopId }: Offered, name: Passage | string, names: ReadonlyMap<string, Passage>) {
  const workshop = workshopId && names.get(placeValue({ scope: 'workshop', on: workshopId }));
  return workshop && typeof name !== 'string' ? { ...name, text: `${name.text} · ${workshop.text}` } : name;
}

async function givablePlaces({ db, actor }: App.Locals): Promise<Offered[]> {
  if (givenOn(actor) !== 'every')
    return actor.grants
      .filter((grant) => grant.scope !== NETWORK && givenOn(actor).includes(grant.on))
      .filter((grant, index, all) => all.findIndex(({ on }) => on === grant.on) === index)
      .map(({ scope, on }) => ({ scope, on }));
  const [organisations, territories, workshops, sessions] = await Promise.all([
    listOrganisations(db.reader),
    listAllTerritories(db.reader),
    listWorkshops(db.reader, actor),
    listSessions(db.reader, actor),
  ]);
  const of = (scope: Scope, rows: readonly { id: string }[]) => rows.map(({ id }) => ({ scope, on: id }));
  return [
    { scope: 'network', on: NETWORK },
    ...of('organisation', organisations),
    ...of('territory', territories),
    ...of('workshop', workshops),
    ...sessions.map(({ id, workshop_id }) => ({
      scope: 'session' as const,
      on: id,
      workshopId: workshop_id,
    })),
  ];
}
