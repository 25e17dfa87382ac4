import { NETWORK, systemActor, type Actor, type Grant } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { createLink } from '#network/links/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import { done } from '#platform/records/outcome.ts';
import { createWorkshop } from '#events/workshops/changes.server.ts';
import type { WorkshopInput } from '#events/workshops/schema.ts';

/*
 * What tests of workshops begin with.
 */

export const administrator = systemActor('test');

/** Somebody who holds these roles. */
export const holding = (...grants: Grant[]): Actor => ({ id: 'somebody', grants });

/** The account of {@link holding}'s somebody, where a grant must refer to one. */
export async function accountOfSomebody(tx: Transaction): Promise<void> {
  const at = '2027-01-01T00:00:00.000Z';
  const person = { personal_name: 'Somebody', personal_email: 'somebody@example.org' };
  const values = { id: 'somebody', created_at: at, updated_at: at, ...person };
  await tx
    .insertInto('accounts')
    .values(values as never)
    .execute();
}

/** Somebody who holds a role on one workshop. */
export const facilitatorOf = (on: string): Actor => holding({ role: 'facilitator', scope: 'workshop', on });

export const coordinator = holding({ role: 'coordinator', scope: 'network', on: NETWORK });

/** A text in French only. */
export const inFrench = (fr: string) => ({ fr, original: 'fr' as const });

/** Records a workshop of two days. @returns its id */
export async function workshopNamed(
  db: Target,
  slug: string,
  input: Partial<WorkshopInput> = {},
): Promise<string> {
  const values = {
    slug,
    form: 'workshop',
    status: 'draft',
    title: inFrench(slug),
    startsOn: '2027-03-10',
    endsOn: '2027-03-11',
    ...input,
  } as const;
  return done(await createWorkshop(db, administrator, values)).id;
}

/** Records an organisation. @returns its id */
export async function organisationNamed(db: Target, slug: string): Promise<string> {
  const input = { slug, type: 'other', level: 'local', name: inFrench(slug) } as const;
  return done(await createOrganisation(db, administrator, input)).id;
}

/** Says who organises a workshop. */
export async function organises(db: Target, organisation: string, workshop: string): Promise<void> {
  const from = { kind: 'workshops', id: workshop };
  const to = { kind: 'organisations', id: organisation };
  done(await createLink(db, administrator, { from, relation: 'organiser', to }));
}
