import { createAccount } from '#network/accounts/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { createTerritory } from '#network/territories/changes.server.ts';
import { createCommitment } from '#follow-up/commitments/changes.server.ts';
import { confirmHandover, nameSuccessor, openHandover } from '#follow-up/handovers/changes.server.ts';
import { createMilestone } from '#follow-up/milestones/changes.server.ts';
import { createParty } from '#follow-up/parties/changes.server.ts';
import type { Actor, Role, Scope } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { administrator, inFrench } from './workshops.ts';

let serial = 0;

/**
 * Two regions that hold the same, a council in each with a commitment, so that whatever leaks across would show; and the
 * accounts that answer for them, by their names.
 */
export async function twoRegions(db: Database, clock: Clock) {
  serial += 1;
  const own = (name: string) => `${name}-${serial}`;
  const accounts = new Map<string, string>();
  const account = async (name: string, ...grants: [Role, Scope, string][]) => {
    const input = { name: own(name), email: `${own(name)}@region.example`, locale: 'fr' as const };
    const { id } = done(await createAccount(db, administrator, input));
    accounts.set(name, id);
    for (const [role, scope, on] of grants)
      done(await giveRole(db, administrator, { accountId: id, role, scope, on }));
  };
  const place = async (slug: string, code: string) => {
    const input = { slug: own(slug), level: 'region', code, name: inFrench(slug) } as const;
    return done(await createTerritory(db, administrator, input)).id;
  };
  const organisation = async (slug: string, territoryId: string) => {
    const input = { slug: own(slug), type: 'other', level: 'regional', name: inFrench(slug) } as const;
    return done(await createOrganisation(db, administrator, { ...input, territoryId })).id;
  };
  const commit = async (slug: string, organisationId: string) => {
    const words = { slug: own(slug), title: inFrench(slug), deliverable: inFrench(slug) };
    const rest = { kind: 'policy', dueOn: '2027-06-01', visibility: 'draft' } as const;
    return done(await createCommitment(db, administrator, { ...words, ...rest, organisationId })).id;
  };

  const territory = await place('oriental', `MA-${serial}O`);
  const elsewhere = await place('ailleurs', `MA-${serial}A`);
  const council = await organisation('council', territory);
  const partner = await organisation('partner', elsewhere);
  const stranger = await organisation('stranger', elsewhere);
  await account(
    'point',
    ['focal-point', 'organisation', council],
    ['validator', 'organisation', council],
    ['member', 'organisation', stranger],
  );
  await account('deputy', ['alternate', 'organisation', council]);
  await account('validator', ['validator', 'organisation', council]);
  await account('partner', ['focal-point', 'organisation', partner]);
  await account('stranger', ['focal-point', 'organisation', stranger]);
  await account('regional', ['coordinator', 'territory', territory]);
  await account('elsewhere', ['coordinator', 'territory', elsewhere]);
  await account('coordinator', ['coordinator', 'network', 'network']);
  const commitment = await commit('engagement', council);
  await commit('autre', stranger);
  const contribution = inFrench('Des locaux');
  const party = { commitmentId: commitment, organisationId: partner, contribution };
  done(await createParty(db, administrator, party));
  const step = { commitmentId: commitment, title: inFrench('Étape'), dueOn: '2027-05-01' };
  done(await createMilestone(db, administrator, step));
  await db.transaction((tx) => tx.deleteFrom('notices').execute());

  const idOf = (name: string) => accounts.get(name)!;
  const as = async (name: string): Promise<Actor> => (await readVisitor(db.reader, idOf(name)))!.actor;
  /** A handover in the version that stands. */
  const seen = async (id: string) => {
    const row = db.reader.selectFrom('handovers').select('version').where('id', '=', id);
    return { id, ...(await row.executeTakeFirstOrThrow()) };
  };
  return {
    serial,
    accounts,
    territory,
    council,
    stranger,
    commitment,
    idOf,
    as,
    seen,
    /** What an account holds, as `role place`. */
    async rolesOf(name: string) {
      const { grants } = await as(name);
      return grants.map(({ role, on }) => `${role} ${on === council ? 'council' : on}`).toSorted();
    },
    /** The focal point of the council begins a handover. */
    async begun() {
      const input = { accountId: idOf('point'), scope: 'organisation', on: council } as const;
      return done(await openHandover(db, await as('point'), input, clock)).id;
    },
    name: async (id: string, by: string, whom: string) =>
      nameSuccessor(db, await as(by), { ...(await seen(id)), accountId: idOf(whom) }, clock),
    confirm: async (id: string, by: string) =>
      confirmHandover(db, await as(by), { ...(await seen(id)), read: true }, clock),
    /** Who was told what of handovers. */
    async told() {
      const rows = await db.reader.selectFrom('notices').select(['account_id', 'kind']).execute();
      const names = new Map([...accounts].map(([name, id]) => [id, name]));
      return rows
        .filter(({ kind }) => kind.startsWith('handover'))
        .map(({ account_id, kind }) => `${names.get(account_id)} ${kind}`)
        .toSorted();
    },
  };
}

export type TwoRegions = Awaited<ReturnType<typeof twoRegions>>;
