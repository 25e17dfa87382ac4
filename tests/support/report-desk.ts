import { createAccount } from '#network/accounts/changes.server.ts';
import { readVisitor } from '#network/accounts/queries.server.ts';
import { giveRole } from '#network/grants/changes.server.ts';
import { tellDue } from '#network/notices/changes.server.ts';
import type { NoticeWriters } from '#network/notices/queries.server.ts';
import { changeProfile } from '#network/profiles/changes.server.ts';
import { createCommitment } from '#follow-up/commitments/changes.server.ts';
import { createReport, submitReport } from '#follow-up/reports/changes.server.ts';
import { confirmReport, decideReport } from '#follow-up/validations/changes.server.ts';
import type { Actor, Role } from '#platform/actor/actor.ts';
import { openTestDatabase } from '#platform/database/testing.ts';
import { columns } from '#platform/locale/text.ts';
import { done } from '#platform/records/outcome.ts';
import { createRecord } from '#platform/records/records.server.ts';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { administrator, inFrench, organisationNamed } from './workshops.ts';

/**
 * A database in which an institution reports on what it committed to: `point` and `alternate` write for it, `validator`
 * decides, `confirmer` confirms for another party; `stranger` and `judge` write and decide elsewhere. The time is what
 * `clock` was last set to.
 */
export async function openReportDesk() {
  const db = await openTestDatabase();
  let now = new Date('2027-03-12T08:00:00Z');
  const clock = () => now;
  const accounts: Record<string, string> = {};
  const lead = await organisationNamed(db, 'lead');
  const confirmer = await organisationNamed(db, 'confirmer');
  const elsewhere = await organisationNamed(db, 'elsewhere');

  async function account(
    name: string,
    role: Role | null,
    on: string | null,
    locale: 'fr' | 'ar' = 'fr',
    scope: 'organisation' | 'territory' = 'organisation',
  ) {
    const input = { name, email: `${name}@region.example`, locale };
    const id = (accounts[name] = done(await createAccount(db, administrator, input)).id);
    done(await changeProfile(db, { id, grants: [] }, { id, version: 1, name, locale, notices: 'each' }));
    if (role && on) done(await giveRole(db, administrator, { accountId: id, role, scope, on }));
  }
  await account('point', 'focal-point', lead);
  await account('alternate', 'alternate', lead, 'ar');
  await account('validator', 'validator', lead);
  await account('confirmer', 'validator', confirmer);
  await account('stranger', 'focal-point', elsewhere);
  await account('judge', 'validator', elsewhere);

  const as = async (name: string): Promise<Actor> => (await readVisitor(db.reader, accounts[name]!))!.actor;

  let made = 0;
  const commit = async (values: object = {}) => {
    const input = {
      slug: `commitment-${(made += 1)}`,
      title: inFrench('Un guichet'),
      deliverable: inFrench('Un guichet ouvert'),
      kind: 'service',
      organisationId: lead,
      dueOn: '2027-06-30',
      visibility: 'public',
      ...values,
    };
    return done(await createCommitment(db, administrator, input as never, clock)).id;
  };

  /** A number and a scale of two levels that are measured of a commitment. */
  const measure = (commitment: string) =>
    db.transaction(async (tx) => {
      const never = { baseline_on: null, target: null, target_on: null };
      const measured = (name: string, kind: 'number' | 'scale', position: number) =>
        createRecord(tx, administrator, 'indicators', {
          baseline: '0',
          direction: 'up' as const,
          ...never,
          commitment_id: commitment,
          kind,
          position,
          ...columns('name', inFrench(name)),
          ...columns('unit', undefined),
          ...columns('source', undefined),
        });
      const number = await measured('Guichets', 'number', 1);
      const scale = await measured('Accueil', 'scale', 2);
      for (const position of [1, 2])
        await createRecord(tx, administrator, 'indicator_levels', {
          indicator_id: scale,
          position,
          ...columns('description', inFrench(`Niveau ${position}`)),
        });
      return { number, scale };
    });

  const content = (values: object = {}) => ({
    periodStartsOn: '2027-01-01',
    periodEndsOn: '2027-03-31',
    status: 'in-progress' as const,
    narrative: inFrench('Le local est loué.'),
    ...values,
  });
  const begin = async (on: string, values: object = {}) =>
    done(
      await createReport(
        db,
        await as('point'),
        { commitmentId: on, organisationId: lead, ...content(values) } as never,
        clock,
      ),
    ).id;
  const row = (id: string) =>
    db.reader.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const handIn = async (id: string, by = 'point') =>
    submitReport(db, await as(by), { id, version: (await row(id)).version }, clock);
  const decide = async (id: string, by: string, values: object) =>
    decideReport(db, await as(by), { id, version: (await row(id)).version, ...values } as never, clock);
  const confirm = async (id: string, by: string, values: object) =>
    confirmReport(db, await as(by), { id, version: (await row(id)).version, ...values } as never, clock);
  const statusOf = async (id: string) => {
    const query = db.reader.selectFrom('commitments').select('status').where('id', '=', id);
    return (await query.executeTakeFirstOrThrow()).status;
  };

  /** Tells what is due: each letter as “who: text”, in the order they were written. They are taken away. */
  async function letters(writers: NoticeWriters) {
    const secrets = openSecrets(db.location.dataFolder);
    await tellDue(db, { writers, publicUrl: 'https://network.example', secrets, clock });
    const rows = await db.reader
      .selectFrom('mail_messages')
      .select(['to_address', 'text'])
      .where('purpose', '=', 'notices')
      .orderBy('id')
      .execute();
    await db.transaction((tx) => tx.deleteFrom('mail_messages').execute());
    return rows.map(({ to_address, text }) => `${to_address.split('@')[0]}: ${text}`);
  }

  /** Nothing waits to be told, and nothing to be sent. */
  const hush = () =>
    db.transaction(async (tx) => {
      await tx.deleteFrom('notices').execute();
      await tx.deleteFrom('mail_messages').execute();
    });

  return {
    db,
    lead,
    confirmer,
    elsewhere,
    accounts,
    clock,
    setTime: (at: string) => void (now = new Date(at)),
    account,
    as,
    commit,
    measure,
    content,
    begin,
    row,
    handIn,
    decide,
    confirm,
    statusOf,
    letters,
    hush,
  };
}

export type ReportDesk = Awaited<ReturnType<typeof openReportDesk>>;
