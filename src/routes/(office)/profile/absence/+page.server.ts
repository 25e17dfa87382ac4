import { fail, redirect } from '@sveltejs/kit';
import { listMeanwhile } from '#follow-up/meanwhile/queries.server.ts';
import { declareAbsence, endAbsence } from '#network/absences/changes.server.ts';
import { absenceFields } from '#network/absences/components/fields.ts';
import { absenceOn, stoodInFor, type AbsenceRow } from '#network/absences/model.ts';
import { listAbsences, listAbsencesAround, listPossibleStandIns } from '#network/absences/queries.server.ts';
import { readAccountNames } from '#network/accounts/queries.server.ts';
import { dayOf } from '#platform/clock/due.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { columns, passage } from '#platform/locale/text.ts';
import { requireAccount } from '../../../account.server.ts';
import { openForm, sentence, submit } from '../../../forms.server.ts';
import { nameOfPlace, namesOfPlaces, placeFrom, placeValue } from '../../../places.server.ts';

export const load = async (event) => {
  const { locals } = event;
  const account = requireAccount(event);
  const { actor, db, locale, clock } = locals;
  const today = dayOf(clock());
  const roles: readonly string[] = stoodInFor;
  const held = actor.grants.filter(
    ({ role, scope, instead }) => !instead && scope !== 'network' && roles.includes(role),
  );
  const places = [...new Map(held.map((grant) => [placeValue(grant), grant])).values()];
  const [own, around] = await Promise.all([
    listAbsences(db.reader, account.id),
    listAbsencesAround(db.reader, actor, today),
  ]);
  const names = await namesOfPlaces(
    locals,
    [...places, ...[...own, ...around].map(({ scope, on_id: on }) => ({ scope, on }))],
    locale,
  );
  const people = await readAccountNames(
    db.reader,
    [...own, ...around].flatMap(({ account_id, stand_in_id }) => [account_id, stand_in_id]),
  );
  const possible = await Promise.all(
    places.map((place) =>
      listPossibleStandIns(
        db.reader,
        { scope: place.scope as AbsenceRow['scope'], on_id: place.on },
        account.id,
      ),
    ),
  );
  const told = (absence: AbsenceRow) => ({
    id: absence.id,
    version: absence.version,
    from: absence.personal_from,
    until: absence.personal_until,
    state: absenceOn(absence, today),
    place: nameOfPlace(names, { scope: absence.scope, on: absence.on_id }),
    who: people.get(absence.account_id) ?? '',
    standIn: people.get(absence.stand_in_id) ?? '',
  });
  const standIns = [...new Map(possible.flat().map((one) => [one.id, one])).values()];
  return {
    form:
      places.length === 0
        ? null
        : await openForm(event, {
            ...valuesOf(absenceFields, {}),
            on: places.length === 1 ? placeValue(places[0]!) : '',
          }),
    options: {
      on: places.map((place) => {
        const name = nameOfPlace(names, place);
        return { value: placeValue(place), label: typeof name === 'string' ? name : name.text };
      }),
      standInId: standIns.map(({ id, name }) => ({ value: id, label: name })),
    },
    own: await Promise.all(
      own.map(async (absence) => {
        const stillHeld = places.some(({ scope, on }) => scope === absence.scope && on === absence.on_id);
        const began = absenceOn(absence, today) !== 'ahead';
        const done = stillHeld && began ? await listMeanwhile(db.reader, actor, absence) : [];
        return {
          ...told(absence),
          done: done.map(({ about, ...change }) => ({
            ...change,
            about: passage(columns('text', about), 'text', locale) ?? '',
          })),
        };
      }),
    ),
    around: around.map(told),
  };
};

export const actions = {
  declare: (event) =>
    submit(event, {
      fields: absenceFields,
      work: ({ on, ...input }) => {
        const place = placeFrom(on);
        return declareAbsence(
          event.locals.db,
          event.locals.actor,
          { ...input, ...place } as never,
          event.locals.clock,
        );
      },
      goTo: () => '/profile/absence',
    }),
  end: async (event) => {
    const { locals, request } = event;
    requireAccount(event);
    const form = await request.formData();
    const seen = { id: String(form.get('id')), version: Number(form.get('version')) };
    const outcome = await endAbsence(locals.db, locals.actor, seen, locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized('/profile/absence', locals.locale));
  },
};
