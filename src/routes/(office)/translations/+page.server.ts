import { nameOf, translatedKinds } from '#publication/translations/model.ts';
import { listWaiting, readRows } from '#publication/translations/queries.server.ts';
import { locales } from '#platform/locale/locale.ts';
import { requireAccount } from '../../account.server.ts';
import { filtersAsked, paginate } from '../../paging.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  requireAccount(event);
  const chosen = filtersAsked(locals, url, {
    kind: translatedKinds,
    language: locales,
    lacking: ['missing', 'unread'],
  });
  const { reader } = locals.db;
  const kinds = chosen.kind ? [chosen.kind] : translatedKinds;
  const { counts, records } = await listWaiting(reader, locals.actor, kinds, chosen);
  const { shown, paging } = paginate(locals, url, records, chosen);
  const rows = await readRows(reader, shown);
  return {
    chosen,
    paging,
    counts,
    records: shown.map(({ kind, id, waiting }) => ({
      kind,
      id,
      name: nameOf(kind, rows.get(id) ?? { id }, locals.locale),
      waiting,
    })),
  };
};
