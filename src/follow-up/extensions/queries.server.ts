import { keepsRegister } from '../policy.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { textOf } from '#platform/locale/text.ts';
import type { Duty } from '#platform/records/duty.ts';
import type { CommitmentRow, DeadlineExtensionRow } from '../commitments/model.ts';
import { decidedTerritories } from '../commitments/policy.ts';
import { decidedBy } from '../commitments/queries.server.ts';

/** Whether there may be requests that the actor answers. */
export function mayDecide(actor: Actor): boolean {
  return keepsRegister(actor) || decidedTerritories(actor).length > 0;
}

/** A request for a longer deadline, with its commitment. The caller asks who may see it. */
export async function readExtension(
  db: Source,
  id: string,
): Promise<{ extension: DeadlineExtensionRow; commitment: CommitmentRow } | undefined> {
  const extension = await db
    .selectFrom('deadline_extensions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!extension) return undefined;
  const commitment = await db
    .selectFrom('commitments')
    .selectAll()
    .where('id', '=', extension.commitment_id)
    .executeTakeFirstOrThrow();
  return { extension, commitment };
}

/** Who asked: whoever the journal says has written the request. */
export async function askerOf(db: Source, id: string): Promise<string | null> {
  const written = await db
    .selectFrom('journal')
    .select('actor_id')
    .where('record_id', '=', id)
    .where('verb', '=', 'create')
    .orderBy('number')
    .executeTakeFirst();
  return written?.actor_id ?? null;
}

/** The accounts that may answer for a commitment: who coordinates the territories it concerns, or the network. */
export function listDeciders(db: Source, commitmentId: string): Promise<string[]> {
  return listCoordinators(db, commitmentId, true);
}

/** The accounts that coordinate the territories that a commitment concerns, or those around them. */
export function listTerritoryCoordinators(db: Source, commitmentId: string): Promise<string[]> {
  return listCoordinators(db, commitmentId, false);
}

async function listCoordinators(db: Source, commitmentId: string, ofNetwork: boolean): Promise<string[]> {
  const territories = await db
    .selectFrom('links')
    .innerJoin('territories', 'territories.id', 'links.to_id')
    .select(['territories.id', 'territories.parent_id'])
    .where('links.from_id', '=', commitmentId)
    .where('links.relation', '=', 'concerns')
    .execute();
  const around = territories.flatMap(({ id, parent_id }) => [id, parent_id ?? []].flat());
  const rows = await db
    .selectFrom('grants')
    .select('account_id')
    .where('role', '=', 'coordinator')
    .where(({ eb, or, and, lit }) =>
      or([
        ofNetwork ? eb('scope', '=', 'network') : lit(false),
        ...(around.length > 0 ? [and([eb('scope', '=', 'territory'), eb('on_id', 'in', around)])] : []),
      ]),
    )
    .execute();
  return [...new Set(rows.map(({ account_id }) => account_id))].toSorted();
}

/** The requests that wait for an actor's answer; not its own. */
export async function extensionDuties(db: Source, actor: Actor): Promise<Duty[]> {
  if (!mayDecide(actor)) return [];
  const rows = await db
    .selectFrom('deadline_extensions')
    .innerJoin('commitments', 'commitments.id', 'deadline_extensions.commitment_id')
    .selectAll('commitments')
    .select(['deadline_extensions.id as extension_id', 'deadline_extensions.created_at as asked_at'])
    .where('deadline_extensions.status', '=', 'asked')
    .where(decidedBy(actor))
    .orderBy('deadline_extensions.id')
    .execute();
  const asked = await Promise.all(
    rows.map(async (row) => ({ row, asker: await askerOf(db, row.extension_id) })),
  );
  return asked
    .filter(({ asker }) => asker !== actor.id)
    .map(({ row }) => ({
      kind: 'extension',
      at: row.asked_at,
      href: `/commitments/${row.slug}/extensions`,
      about: textOf(row, 'title'),
    }));
}
