import { listDates } from '#events/workshops/queries.server.ts';
import { countRecommendations } from '#follow-up/recommendations/queries.server.ts';
import { linkedFrom } from '#network/links/queries.server.ts';
import { listConcepts } from '#network/taxonomy/queries.server.ts';
import { listTerritories } from '#network/territories/queries.server.ts';
import { countRecords } from '#platform/records/list.server.ts';

export const load = async ({ locals }) => {
  const db = locals.db.reader;
  const [regions, workshops, organisations, initiatives, recommendations, axes] = await Promise.all([
    listTerritories(db, 'region'),
    listDates(db, locals.actor),
    countRecords(db, 'organisations'),
    countRecords(db, 'initiatives'),
    countRecommendations(db, locals.actor),
    listConcepts(db, 'axis'),
  ]);
  const convening = await linkedFrom(
    db,
    'organisations',
    workshops.map(({ id }) => id),
    ['organiser', 'co-organiser'],
  );
  const meetings = Map.groupBy(convening, ({ id }) => id);
  const conveners = [...meetings.values()]
    .map((rows) => ({ organisation: rows[0]!, meetings: new Set(rows.map((row) => row.other_id)).size }))
    .sort((a, b) => b.meetings - a.meetings);
  return {
    counts: {
      regions: regions.length,
      workshops: workshops.length,
      organisations,
      initiatives,
      recommendations,
    },
    conveners,
    axes,
  };
};
