import { countEntries } from '#events/minutes/queries.server.ts';
import { read } from '#platform/locale/reader.ts';
import { writtenWorkshop } from '../../../../written-minutes.server.ts';

export const load = async (event) => {
  const { workshop, sessions } = await writtenWorkshop(event, event.params.slug);
  const counts = await countEntries(event.locals.db.reader, workshop.id);
  return {
    slug: workshop.slug,
    name: read(workshop, 'title'),
    sessions: sessions.map(({ item, minutes }) => ({
      id: item.id,
      anchor: item.anchor,
      title: read(item, 'title'),
      kind: item.kind,
      day: item.day,
      startsAt: item.starts_at,
      status: minutes?.status ?? null,
      edition: minutes?.edition ?? 1,
      entries: minutes ? (counts.get(minutes.id) ?? 0) : 0,
    })),
  };
};
