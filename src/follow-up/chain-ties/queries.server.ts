import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { sealedReadableBy } from '#events/minutes/queries.server.ts';
import { readableBy as workshopsReadableBy } from '#events/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import {
  chainKinds,
  FOUND_MOST,
  type ChainKind,
  type ChainRef,
  type Direction,
  type FoundTie,
} from '../chain/model.ts';
import { readableBy as commitmentsReadableBy } from '../commitments/queries.server.ts';
import { readableBy } from '../queries.server.ts';
import { reportsReadableBy } from '../reports/queries.server.ts';

/** How records of one kind lead to records of another: where the ids of both stand, in which tables, and when. */
interface TieRule {
  from: ChainKind;
  to: ChainKind;
  /** Columns, as `table.column`. */
  fromId: string;
  toId: string;
  tables: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
}

/** Ties that stand in links, which lead from what came of a record to that record. */
const byLinks = (from: ChainKind, to: ChainKind, relations: readonly string[]): TieRule => ({
  from,
  to,
  fromId: 'links.to_id',
  toId: 'links.from_id',
  tables: sql`links`,
  where: sql`links.relation in (${sql.join(relations)}) and links.from_kind = ${to}`,
});

/** Entries of a board, each with those that it became part of: what was merged may be merged again. */
const board = [
  sql`board_sources inner join board_entries as own on own.id = board_sources.board_entry_id`,
  sql`inner join board_entries as whole on whole.id = own.merged_into_id`,
  sql`inner join board_entries as larger on larger.id = whole.merged_into_id`,
] as const;

/** What an entry of minutes became, alone or with those that it was merged with. */
const adopted = (to: 'conclusions' | 'recommendations'): TieRule[] =>
  ['own', 'whole', 'larger'].map((entry, merges) => ({
    from: 'minutes_entries',
    to,
    fromId: 'board_sources.entry_id',
    toId: `${entry}.adopted_id`,
    tables: sql.join(board.slice(0, merges + 1), sql` `),
    where: sql`${sql.ref(`${entry}.adopted_kind`)} = ${to} and board_sources.withdrawn = 0`,
  }));

/** The chain, tie by tie; a kind that joins it later joins it here. */
const rules: readonly TieRule[] = [
  {
    from: 'workshops',
    to: 'programme_items',
    fromId: 'programme_items.workshop_id',
    toId: 'programme_items.id',
    tables: sql`programme_items`,
    // A programme is long: only what something came of is told.
    where: sql`(exists (select 1 from conclusions where conclusions.item_id = programme_items.id)
      or exists (select 1 from links where links.to_id = programme_items.id and links.relation = 'formulated-in'))`,
  },
  {
    from: 'workshops',
    to: 'conclusions',
    fromId: 'conclusions.workshop_id',
    toId: 'conclusions.id',
    tables: sql`conclusions`,
    where: sql`conclusions.item_id is null`,
  },
  byLinks('workshops', 'recommendations', ['shared-at']),
  {
    from: 'programme_items',
    to: 'minutes_entries',
    fromId: 'minutes.item_id',
    toId: 'minutes_entries.id',
    tables: sql`minutes inner join minutes_entries on minutes_entries.minutes_id = minutes.id`,
    // Of what was said, only what became something.
    where: sql`exists (select 1 from board_sources
      inner join board_entries as own on own.id = board_sources.board_entry_id
      left join board_entries as whole on whole.id = own.merged_into_id
      left join board_entries as larger on larger.id = whole.merged_into_id
      where board_sources.entry_id = minutes_entries.id and board_sources.withdrawn = 0
        and coalesce(own.adopted_kind, whole.adopted_kind, larger.adopted_kind)
          in ('conclusions', 'recommendations'))`,
  },
  {
    from: 'programme_items',
    to: 'conclusions',
    fromId: 'conclusions.item_id',
    toId: 'conclusions.id',
    tables: sql`conclusions`,
    where: sql`conclusions.item_id is not null`,
  },
  byLinks('programme_items', 'conclusions', ['formulated-in']),
  byLinks('programme_items', 'recommendations', ['formulated-in']),
  ...adopted('conclusions'),
  ...adopted('recommendations'),
  byLinks('conclusions', 'recommendations', ['follows-from']),
  byLinks('initiatives', 'recommendations', ['stems-from']),
  byLinks('recommendations', 'recommendations', ['supersedes', 'parted-from', 'unites']),
  {
    from: 'recommendations',
    to: 'responses',
    fromId: 'responses.recommendation_id',
    toId: 'responses.id',
    tables: sql`responses`,
    where: sql`1 = 1`,
  },
  byLinks('recommendations', 'commitments', ['implements']),
  {
    // Whoever answered and commits for the same recommendation.
    from: 'responses',
    to: 'commitments',
    fromId: 'responses.id',
    toId: 'commitments.id',
    tables: sql`responses
      inner join links on links.to_id = responses.recommendation_id and links.relation = 'implements'
      inner join commitments on commitments.id = links.from_id
        and commitments.organisation_id = responses.organisation_id`,
    where: sql`1 = 1`,
  },
  {
    from: 'commitments',
    to: 'reports',
    fromId: 'reports.commitment_id',
    toId: 'reports.id',
    tables: sql`reports`,
    where: sql`1 = 1`,
  },
  {
    from: 'reports',
    to: 'evidence',
    fromId: 'evidence.report_id',
    toId: 'evidence.id',
    tables: sql`evidence`,
    where: sql`1 = 1`,
  },
];

/** What an actor may read of each kind, and in which order a page tells it. `far` holds the ids. */
interface Told {
  /** Joined to the kind's own table. */
  with: RawBuilder<unknown>;
  where(actor: Actor): Expression<SqlBool>;
  order: RawBuilder<unknown>;
}

const told: Record<ChainKind, Told> = {
  workshops: { with: sql``, where: workshopsReadableBy, order: sql`workshops.starts_on desc` },
  programme_items: {
    with: sql`inner join workshops on workshops.id = programme_items.workshop_id`,
    where: workshopsReadableBy,
    order: sql`programme_items.position`,
  },
  minutes_entries: {
    with: sql`inner join minutes on minutes.id = minutes_entries.minutes_id
      inner join programme_items on programme_items.id = minutes.item_id
      inner join workshops on workshops.id = minutes.workshop_id`,
    // What was sealed stands as it was sealed; what was not is its rapporteurs'.
    where: (actor) => sql<SqlBool>`minutes.status = 'sealed' and minutes_entries.removed = 0
      and ${sealedReadableBy(actor)}`,
    order: sql`minutes_entries.rank`,
  },
  conclusions: {
    with: sql`inner join workshops on workshops.id = conclusions.workshop_id`,
    where: workshopsReadableBy,
    order: sql`conclusions.position`,
  },
  initiatives: { with: sql``, where: () => sql<SqlBool>`1 = 1`, order: sql`initiatives.slug` },
  recommendations: { with: sql``, where: readableBy, order: sql`recommendations.position` },
  responses: {
    with: sql`inner join recommendations on recommendations.id = responses.recommendation_id`,
    where: readableBy,
    order: sql`responses.responded_on`,
  },
  commitments: {
    with: sql``,
    where: commitmentsReadableBy,
    order: sql`coalesce(commitments.due_on, '9999')`,
  },
  reports: {
    with: sql`inner join commitments on commitments.id = reports.commitment_id`,
    where: reportsReadableBy,
    order: sql`reports.period_ends_on desc`,
  },
  evidence: {
    with: sql`inner join reports on reports.id = evidence.report_id
      inner join commitments on commitments.id = reports.commitment_id`,
    where: reportsReadableBy,
    order: sql`evidence.position`,
  },
};

/**
 * The records at the other end of the ties of some records, as far as an actor may read them: one query for all of
 * them. Of each kind the first {@link FOUND_MOST} are named, and how many there are is counted.
 */
export async function tiedTo(
  db: Source,
  actor: Actor,
  direction: Direction,
  refs: readonly ChainRef[],
): Promise<FoundTie[]> {
  const ids = Map.groupBy(refs, ({ kind }) => kind);
  const [near, far] = direction === 'onward' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const parts = chainKinds.flatMap((kind) => {
    const ways = rules
      .filter((rule) => rule[far] === kind)
      .flatMap((rule) => {
        const own = ids.get(rule[near]);
        if (!own) return [];
        const [nearId, farId] = [sql.ref(rule[`${near}Id`]), sql.ref(rule[`${far}Id`])];
        return [
          sql`select ${nearId} as near, ${farId} as far from ${rule.tables}
            where ${nearId} in (${sql.join(own.map(({ id }) => id))}) and ${rule.where}`,
        ];
      });
    return ways.length > 0 ? [stepTo(kind, actor, ways)] : [];
  });
  if (parts.length === 0) return [];
  const { rows } = await sql<FoundTie>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows.map((row) => ({ ...row, place: Number(row.place), found: Number(row.found) }));
}

function stepTo(kind: ChainKind, actor: Actor, ways: readonly RawBuilder<unknown>[]) {
  const { with: joins, where, order } = told[kind];
  const id = sql.ref(`${kind}.id`);
  return sql`select ${sql.lit(kind)} as kind, near, id, place, found from (
    select near, id, place, max(place) over () as found from (
      select tie.near as near, ${id} as id, dense_rank() over (order by ${order}, ${id}) as place
      from (${sql.join(ways, sql` union `)}) as tie
      inner join ${sql.table(kind)} on ${id} = tie.far ${joins}
      where ${where(actor)}
    ) as placed
  ) as counted where place <= ${sql.lit(FOUND_MOST)}`;
}
